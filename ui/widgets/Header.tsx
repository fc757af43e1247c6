import { Mark } from "./Mark.tsx";
import { TimeDigits } from "./TimeDigits.tsx";
import "./Header.css";

/** Props of the header. */
export interface HeaderProps {
  readonly product: string;
  readonly office: string;
  /** `21:47`. */
  readonly time: string;
  /** `Thứ Bảy 14/11`. */
  readonly day: string;
  /** Draws the mark for a dark ground (home after dark). */
  readonly isOnDark?: boolean | undefined;
}

/** Whose machine this is and what time it is. Nothing to touch. */
export function Header({ product, office, time, day, isOnDark = false }: HeaderProps) {
  return (
    <header className="header">
      <Mark onDark={isOnDark} />
      <div className="header-names">
        <strong>{product}</strong>
        <span className="header-office">{office}</span>
      </div>
      <div className="header-time">
        <strong>
          <TimeDigits time={time} />
        </strong>
        <span>{day}</span>
      </div>
    </header>
  );
}
