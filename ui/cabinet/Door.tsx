import type { PlacedDoor } from "#core/domain/cabinet.ts";
import type { CabinetView, DoorState } from "./DoorState.ts";
import { inset, type Rect } from "./elevation.ts";
import { Hatch } from "./Hatch.tsx";
import { Louvres } from "./Louvres.tsx";
import "./Door.css";

/** Props of a door that is not open. */
export interface DoorProps {
  readonly door: PlacedDoor;
  readonly rect: Rect;
  readonly state: DoorState;
  readonly view: CabinetView;
  /** Size of the number, millimetres. */
  readonly numberMm: number;
}

/** A closed door in one of its states: panel, finger notch on the opening side, number. */
export function Door(props: DoorProps) {
  const { rect, state, view } = props;
  const quiet = state === "outOfService" && view === "visit";
  const look = quiet ? "outOfServiceQuiet" : state;
  return (
    <g className={`door door--${look}`}>
      <rect className="door-panel" {...rect} rx={5} />
      <Fill {...props} quiet={quiet} />
      {state !== "jammed" && state !== "outOfService" && state !== "unknown" && <Notch {...props} />}
      <DoorNumber {...props} />
    </g>
  );
}

/** Louvres, hatch, brick plate or outline, by state. */
function Fill({ rect, state, door, numberMm, quiet }: DoorProps & { readonly quiet: boolean }) {
  const plateWidth = Math.max(rect.width * 0.34, textEnd(door.compartmentNumber, numberMm));
  const isRight = door.hinge === "right";
  const wide = { ...rect, width: rect.width - plateWidth, x: isRight ? rect.x + plateWidth : rect.x };
  if (state === "shut") return <Louvres rect={wide} hinge={door.hinge} />;
  if (state === "free")
    return <path className="door-edge" d={`M${rect.x + rect.width - 5} ${rect.y + 8}v${rect.height - 16}`} />;
  if (state === "outOfService") {
    if (quiet) return <Hatch rect={inset(wide, 20)} className="hatch" spacing={34} />;
    return <Hatch rect={wide} className="hatch" />;
  }
  if (state === "jammed") {
    const plate = { ...rect, width: plateWidth, x: isRight ? rect.x : rect.x + rect.width - plateWidth };
    return (
      <>
        <Hatch rect={wide} className="hatch" />
        <rect className="door-plate" {...plate} />
        <rect className="door-outline" {...inset(rect, 6)} />
      </>
    );
  }
  return state === "unknown" ? <rect className="door-dashes" {...inset(rect, 7)} rx={5} /> : null;
}

function Notch({ rect, door, numberMm }: DoorProps) {
  const radius = Math.min(22, rect.height * 0.2, numberMm * 0.42);
  const isRight = door.hinge === "right";
  const x = isRight ? rect.x - 1 : rect.x + rect.width + 1;
  const middle = rect.y + rect.height / 2;
  return (
    <path
      className="door-notch"
      d={`M${x} ${middle - radius}a${radius} ${radius} 0 0 ${isRight ? 1 : 0} 0 ${radius * 2}z`}
    />
  );
}

function DoorNumber({ rect, door, state, numberMm }: DoorProps) {
  const isLit = state === "next";
  const size = isLit ? Math.min(numberMm * 2.1, rect.height * 0.86) : numberMm;
  const isRight = door.hinge === "right";
  const x = isRight ? rect.x + numberStart : rect.x + rect.width - numberStart;
  const text = state === "unknown" ? `${door.compartmentNumber} ?` : String(door.compartmentNumber);
  return (
    <text
      className={isLit ? "door-number door-number--lit" : "door-number"}
      x={x}
      y={rect.y + rect.height / 2 + size * 0.36}
      fontSize={size}
      textAnchor={isRight ? "start" : "end"}
    >
      {text}
    </text>
  );
}

/** Distance of the number from the opening edge, millimetres. */
const numberStart = 46;

function textEnd(compartmentNumber: number, size: number): number {
  return numberStart + Math.max(2, String(compartmentNumber).length) * size * 0.64 + 18;
}
