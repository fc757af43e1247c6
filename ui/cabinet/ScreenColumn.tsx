import type { ReactNode } from "react";
import type { ScreenPlace } from "./elevation.ts";
import { inset, type Rect } from "./elevation.ts";
import { MarkDrawing } from "./MarkDrawing.tsx";
import "./ScreenColumn.css";

/** Props of the screen's column. */
export interface ScreenColumnProps {
  readonly place: ScreenPlace;
  /** Lettering on the machine. */
  readonly lettering: string;
  /** The little page on the glass, drawn on 268 x 476. */
  readonly page: ReactNode;
}

/** The column with mark, camera, screen, slots, keypad and loudspeaker at their true places. */
export function ScreenColumn({ place, lettering, page }: ScreenColumnProps) {
  const { column, glass } = place;
  const middle = column.x + column.width / 2;
  return (
    <g className="screen-column">
      <rect className="column-panel" {...column} rx={5} />
      {glass.y > 430 && (
        <>
          <MarkDrawing x={middle - 62} y={column.y + Math.min(88, glass.y * 0.12)} size={124} />
          <text
            className="column-lettering"
            x={middle}
            y={column.y + Math.min(88, glass.y * 0.12) + 200}
            textAnchor="middle"
            fontSize={52}
          >
            {lettering}
          </text>
          <rect
            className="column-dash"
            x={middle - 40}
            y={column.y + Math.min(88, glass.y * 0.12) + 236}
            width={80}
            height={6}
          />
        </>
      )}
      <CameraAbove x={middle} y={glass.y - 66} />
      <rect className="glass-bezel" {...inset(glass, -16)} rx={14} />
      <svg {...glass} viewBox="0 0 268 476" preserveAspectRatio="none" aria-hidden="true">
        {page}
      </svg>
      <Slots column={column} glass={glass} />
    </g>
  );
}

function CameraAbove({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <>
      <circle className="camera-body" cx={x} cy={y} r={20} />
      <circle className="camera-lens" cx={x} cy={y} r={8} />
      <rect className="camera-lamp" x={x - 95} y={y - 8} width={40} height={16} rx={8} />
      <rect className="camera-lamp" x={x + 55} y={y - 8} width={40} height={16} rx={8} />
    </>
  );
}

/** Paper slot, scanner window, tactile keypad, headphone socket and loudspeaker under the screen, while they fit. */
function Slots({ column, glass }: { readonly column: Rect; readonly glass: Rect }) {
  const top = glass.y + glass.height + 56;
  const left = glass.x - 14;
  const right = glass.x + glass.width + 14;
  const grille = top + 224;
  const slats = Math.max(0, Math.floor((column.y + column.height - 60 - grille) / 33));
  const slatLines = Array.from({ length: slats }, (_, index) => `M${left + 18} ${grille + index * 33}H${right - 18}`);
  return (
    <>
      <rect className="slot" x={left} y={top + 10} width={150} height={28} rx={5} />
      <rect className="slot-light" x={left + 12} y={top + 19} width={126} height={9} />
      <rect className="slot" x={right - 112} y={top} width={112} height={52} rx={5} />
      <rect className="scanner-light" x={right - 96} y={top + 22} width={80} height={8} />
      {[0, 1, 2, 3, 4, 5].map((key) => (
        <rect
          key={key}
          className="keypad-key"
          x={left + (key % 3) * 53}
          y={top + 90 + Math.floor(key / 3) * 43}
          width={42}
          height={34}
          rx={5}
        />
      ))}
      <circle className="slot" cx={right - 58} cy={top + 126} r={19} />
      <circle className="socket" cx={right - 58} cy={top + 126} r={8} />
      <path className="grille" d={slatLines.join("")} />
    </>
  );
}
