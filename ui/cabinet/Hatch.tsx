import type { Rect } from "./elevation.ts";

/** Props of a hatched field. */
export interface HatchProps {
  readonly rect: Rect;
  readonly className: string;
  /** Distance of the lines, millimetres. */
  readonly spacing?: number | undefined;
}

/** Lines at 45°, cut off at the rectangle's edges. */
export function Hatch({ rect, className, spacing = 36 }: HatchProps) {
  const { width, height } = rect;
  const lines: string[] = [];
  for (let at = spacing / 2; at < width + height; at += spacing)
    lines.push(`M${at + 40} -40L${at - height - 40} ${height + 40}`);
  return (
    <svg
      x={rect.x}
      y={rect.y}
      width={Math.max(0, width)}
      height={Math.max(0, height)}
      className={className}
      aria-hidden="true"
    >
      <path d={lines.join("")} />
    </svg>
  );
}
