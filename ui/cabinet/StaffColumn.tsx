import type { Rect, ScreenPlace } from "./elevation.ts";

/** A device in the column: its name and what it reports. */
export interface StaffLine {
  readonly name: string;
  readonly report: string;
}

/** What staff read in the screen's column: devices above the screen, the screen itself, devices below it. */
export interface StaffColumnLines {
  readonly above: readonly StaffLine[];
  readonly screen: StaffLine;
  readonly below: readonly StaffLine[];
}

/** Props of the column as staff see it. */
export interface StaffColumnProps {
  readonly place: ScreenPlace;
  readonly lines: StaffColumnLines;
  /** Size of the notes, millimetres. */
  readonly noteMm: number;
}

/** The screen's column as a list of the machine's devices, each where it sits. */
export function StaffColumn({ place, lines, noteMm }: StaffColumnProps) {
  const { column, glass } = place;
  const step = noteMm * 3.1;
  const middle = glass.x + glass.width / 2;
  const middleY = glass.y + glass.height / 2;
  const below = glass.y + glass.height + 16;
  // Lines that have no room are left out: the list of devices has them all.
  const fitting = (lines: readonly StaffLine[], roomMm: number) =>
    lines.slice(0, Math.max(0, Math.floor(roomMm / step)));
  return (
    <g className="staff-column">
      <rect className="staff-column-panel" {...column} />
      <Lines
        lines={fitting(lines.above, glass.y - column.y)}
        column={column}
        top={column.y}
        step={step}
        noteMm={noteMm}
      />
      <rect className="staff-glass" {...glass} rx={8} />
      <text className="staff-device" x={middle} y={middleY - noteMm * 0.2} fontSize={noteMm} textAnchor="middle">
        {lines.screen.name}
      </text>
      <text className="staff-report" x={middle} y={middleY + noteMm * 1.1} fontSize={noteMm} textAnchor="middle">
        {lines.screen.report}
      </text>
      <Lines
        lines={fitting(lines.below, column.y + column.height - below)}
        column={column}
        top={below}
        step={step}
        noteMm={noteMm}
      />
    </g>
  );
}

interface LinesProps {
  readonly lines: readonly StaffLine[];
  readonly column: Rect;
  readonly top: number;
  readonly step: number;
  readonly noteMm: number;
}

function Lines({ lines, column, top, step, noteMm }: LinesProps) {
  return lines.map((line, index) => {
    const y = top + index * step;
    return (
      <g key={line.name}>
        {index > 0 && <path className="staff-rule" d={`M${column.x + 20} ${y}h${column.width - 40}`} />}
        <text className="staff-device" x={column.x + 22} y={y + noteMm * 1.3} fontSize={noteMm}>
          {line.name}
        </text>
        <text className="staff-report" x={column.x + 22} y={y + noteMm * 2.5} fontSize={noteMm}>
          {line.report}
        </text>
      </g>
    );
  });
}
