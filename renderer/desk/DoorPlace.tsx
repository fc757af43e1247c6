import { HandGrabbingIcon } from "@phosphor-icons/react/dist/csr/HandGrabbing";
import type { DeskState } from "#core/contract/desk.ts";
import type { Rect } from "#ui/cabinet/elevation.ts";
import { carriedBy, dropPlace } from "./carrying.ts";
import { placeOf } from "./placeOf.ts";
import type { Hands } from "./useHands.ts";
import { doorSentence } from "./words.ts";

/** Share of a door's width that its open leaf covers of the neighbour. */
const LEAF_SHARE = 0.55;

/** Props of the place over a door. */
export interface DoorPlaceProps {
  readonly door: DeskState["doors"][number];
  readonly hinge: "left" | "right";
  readonly rect: Rect;
  readonly frame: Rect;
  readonly hands: Hands;
}

/**
 * What a hand can do at one door: a click shuts an open door and chooses a shut one; a thing is dropped in; what lies
 * inside is dragged out or taken by its own key. An open door's place covers its leaf as well.
 */
export function DoorPlace({ door, hinge, rect, frame, hands }: DoorPlaceProps) {
  const { compartmentNumber } = door;
  const isOpen = door.door === "open";
  const leaf = isOpen ? rect.width * LEAF_SHARE : 0;
  const reach = { ...rect, x: hinge === "left" ? rect.x - leaf : rect.x, width: rect.width + leaf };
  const hasContents = isOpen && door.inside !== "nothing";
  return (
    <>
      <button
        type="button"
        className="desk-door"
        style={placeOf(reach, frame)}
        data-open={isOpen ? "" : undefined}
        data-selected={hands.selectedDoor === compartmentNumber ? "" : undefined}
        data-lies={door.sensorLies ? "" : undefined}
        data-compartment={compartmentNumber}
        aria-label={`Ngăn ${compartmentNumber}, ${doorSentence(door)}`}
        onClick={() => hands.touchDoor(compartmentNumber)}
        {...(hasContents ? carriedBy({ kind: "inside", compartmentNumber }) : {})}
        {...dropPlace((carried) => hands.dropOnDoor(compartmentNumber, carried))}
      />
      {hasContents && (
        <button
          type="button"
          className="desk-take"
          style={cornerOf(rect, frame)}
          aria-label={`Lấy ra khỏi ngăn ${compartmentNumber}`}
          onClick={() => hands.take(compartmentNumber)}
        >
          <HandGrabbingIcon weight="bold" aria-hidden="true" />
          Lấy ra
        </button>
      )}
    </>
  );
}

/** Lower left corner of the opening, where the key covers least of what lies inside. */
function cornerOf(rect: Rect, frame: Rect) {
  const { left, top } = placeOf({ ...rect, y: rect.y + rect.height }, frame);
  return { left, top };
}
