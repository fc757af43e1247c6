import type { PlacedDoor } from "#core/domain/cabinet.ts";
import { type DoorState, isOpen } from "./DoorState.ts";
import { inset, type Rect } from "./elevation.ts";
import { Hatch } from "./Hatch.tsx";
import "./StaffDoor.css";

/** What staff see on a door besides its state. */
export interface StaffDoorDetail {
  /** The hook of the lock is closed; absent while it was not read. */
  readonly isHookClosed?: boolean | undefined;
  /** The sensor sees something inside; absent while it was not read. */
  readonly hasContents?: boolean | undefined;
  /** A few letters at the bottom left: what is in it and since when. */
  readonly note?: string | undefined;
  /** Board and channel, e.g. `0·12`. */
  readonly wire: string;
  /** Log and sensor disagree. */
  readonly isMismatch?: boolean | undefined;
}

/** Props of a door on the staff's picture. */
export interface StaffDoorProps {
  readonly door: PlacedDoor;
  readonly rect: Rect;
  readonly state: DoorState;
  readonly detail: StaffDoorDetail | undefined;
  readonly isSelected: boolean;
  /** Size of the notes, millimetres. */
  readonly noteMm: number;
}

/** A door as staff see it: number, wire, note, hook (square) and sensor (circle). */
export function StaffDoor({ door, rect, state, detail, isSelected, noteMm }: StaffDoorProps) {
  const look = detail?.isMismatch === true ? "mismatch" : isOpen(state) ? "open" : state;
  const isLow = rect.height < noteMm * 3.4;
  const pad = 20;
  const numberSize = noteMm * 1.28;
  const upper = isLow ? rect.y + rect.height / 2 + numberSize * 0.36 : rect.y + pad + numberSize * 0.74;
  const signY = isLow ? rect.y + rect.height / 2 : rect.y + rect.height - pad - noteMm * 0.36;
  const signX = isLow ? rect.x + pad + numberSize * 1.75 : rect.x + rect.width - pad - noteMm * 1.75;
  return (
    <g className={`staff-door staff-door--${look}`}>
      <rect className="staff-panel" {...inset(rect, 2)} />
      {state === "outOfService" && <Hatch rect={rect} className="staff-hatch" />}
      <text className="staff-number" x={rect.x + pad} y={upper} fontSize={numberSize}>
        {state === "unknown" ? `${door.compartmentNumber} ?` : door.compartmentNumber}
      </text>
      {detail !== undefined && (
        <>
          <text
            className="staff-wire"
            x={rect.x + rect.width - pad}
            y={isLow ? upper : rect.y + pad + noteMm * 0.8}
            fontSize={noteMm * 0.92}
            textAnchor="end"
          >
            {detail.wire}
          </text>
          {!isLow && detail.note !== undefined && (
            <text className="staff-note" x={rect.x + pad} y={rect.y + rect.height - pad} fontSize={noteMm}>
              {detail.note}
            </text>
          )}
          <Signs x={signX} y={signY} size={noteMm} detail={detail} />
        </>
      )}
      {isSelected && <rect className="staff-selected" {...inset(rect, -5)} rx={10} />}
    </g>
  );
}

function Signs(props: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly detail: StaffDoorDetail;
}) {
  const { x, y, size, detail } = props;
  const side = size * 0.56;
  return (
    <>
      {detail.isHookClosed !== undefined && (
        <rect
          className={detail.isHookClosed ? "staff-sign staff-sign--filled" : "staff-sign"}
          x={x}
          y={y - side / 2}
          width={side}
          height={side}
        />
      )}
      {detail.hasContents !== undefined && (
        <circle
          className={detail.hasContents ? "staff-sign staff-sign--filled" : "staff-sign"}
          cx={x + size * 1.25}
          cy={y}
          r={side / 2}
        />
      )}
    </>
  );
}
