import type { PlacedDoor } from "#core/domain/cabinet.ts";
import { Arrow } from "./Arrow.tsx";
import { Bag } from "./Bag.tsx";
import type { DoorState } from "./DoorState.ts";
import type { Rect } from "./elevation.ts";
import { Leaf } from "./Leaf.tsx";
import { LitOpening, litBack } from "./LitOpening.tsx";
import { ResultSheet } from "./ResultSheet.tsx";
import "./OpenDoor.css";

/** Props of an open door. */
export interface OpenDoorProps {
  readonly door: Pick<PlacedDoor, "compartmentNumber" | "hinge">;
  readonly rect: Rect;
  readonly state: DoorState;
  /** Size of the small numbers, millimetres; the number on the leaf is at least twice as large. */
  readonly numberMm: number;
}

/** The one lit window: the compartment with its three walls, the leaf on its hinge side, and what to do with it. */
export function OpenDoor({ door, rect, state, numberMm }: OpenDoorProps) {
  return (
    <g className="open-door">
      <Leaf part="shadow" door={door} rect={rect} numberMm={numberMm} />
      <LitOpening rect={rect} />
      <Leaf part="leaf" door={door} rect={rect} numberMm={numberMm} />
      <Contents door={door} rect={rect} state={state} />
    </g>
  );
}

/** Bag or result with its arrow. The hand comes from the side that is not the hinge. */
function Contents({ door, rect, state }: Omit<OpenDoorProps, "numberMm">) {
  const back = litBack(rect);
  const inwards = door.hinge === "right" ? "right" : "left";
  const outwards = door.hinge === "right" ? "left" : "right";
  const sign = door.hinge === "right" ? 1 : -1;
  const edgeX = door.hinge === "right" ? rect.x : rect.x + rect.width;
  const middleY = rect.y + rect.height / 2;
  const bagWidth = Math.min(200, rect.height * 1.06, rect.width * 0.52);
  const sheetWidth = Math.min(130, rect.height * 0.68, rect.width * 0.34);
  const insideX = back.x + back.width / 2;
  const insideY = back.y + back.height / 2 + 4;
  const arrow = { y: middleY, width: Math.min(140, rect.width * 0.37, rect.height * 0.95) };
  if (state === "openInside") return <Bag x={insideX} y={insideY} width={Math.min(bagWidth, back.height * 1.2)} />;
  if (state === "openResult")
    return <ResultSheet x={insideX} y={insideY} width={Math.min(sheetWidth, back.height * 0.62)} />;
  if (state === "openIn") {
    return (
      <>
        <Arrow x={edgeX + sign * (rect.width * 0.57)} towards={inwards} {...arrow} />
        <g className={`moving moving--${inwards}`}>
          <Bag x={edgeX + sign * (bagWidth * 0.04)} y={middleY + 10} width={bagWidth} />
        </g>
      </>
    );
  }
  if (state === "openOut") {
    return (
      <>
        <Arrow x={edgeX + sign * (rect.width * 0.57)} towards={outwards} {...arrow} />
        <g className={`moving moving--out-${outwards}`}>
          <ResultSheet x={edgeX + sign * (sheetWidth * 0.12)} y={middleY + 4} width={sheetWidth} />
        </g>
      </>
    );
  }
  return null;
}
