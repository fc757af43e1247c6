import "./CalendarLeaf.css";

/** Props of the calendar leaf. */
export interface CalendarLeafProps {
  /** Day of the month. */
  readonly day: number;
  /** `tháng 11`. */
  readonly month: string;
}

/** The due day as a tear-off leaf. A drawing beside the same date in words, hidden from speech. */
export function CalendarLeaf({ day, month }: CalendarLeafProps) {
  return (
    <span className="calendar-leaf" aria-hidden="true">
      <span className="calendar-leaf-head" />
      <span className="calendar-leaf-day">{day}</span>
      <span className="calendar-leaf-month">{month}</span>
    </span>
  );
}
