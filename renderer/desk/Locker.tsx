import type { DeskSetup, DeskState } from "#core/contract/desk.ts";
import { CabinetPicture } from "#ui/cabinet/CabinetPicture.tsx";
import type { DoorState } from "#ui/cabinet/DoorState.ts";
import { elevationOf } from "#ui/cabinet/elevation.ts";
import { dropPlace } from "./carrying.ts";
import { DoorPlace } from "./DoorPlace.tsx";
import "./Locker.css";
import { placeOf } from "./placeOf.ts";
import type { Hands, Thing } from "./useHands.ts";
import { deskWords } from "./words.ts";

/** Props of the locker. */
export interface LockerProps {
  readonly setup: DeskSetup;
  readonly state: DeskState;
  readonly hands: Hands;
}

/** The picture of the cabinet with a place to act over each door and over the scanner. */
export function Locker({ setup, state, hands }: LockerProps) {
  const { doors, frame, screens } = elevationOf(setup.cabinet);
  const states = Object.fromEntries(state.doors.map((door) => [door.compartmentNumber, drawnState(door, hands.thing)]));
  const column = screens[0];
  return (
    <div className="desk-locker" style={{ aspectRatio: `${frame.width} / ${frame.height}` }}>
      <CabinetPicture
        cabinet={setup.cabinet}
        view="desk"
        states={states}
        description={deskWords.title}
        lettering="Hồ sơ 24/7"
        drawnWidthPx={860}
      />
      {doors.map(({ door, rect }) => {
        const shown = state.doors.find((one) => one.compartmentNumber === door.compartmentNumber);
        if (shown === undefined) return null;
        return <DoorPlace key={door.compartmentNumber} door={shown} hinge={door.hinge} {...{ rect, frame, hands }} />;
      })}
      {column !== undefined && (
        <div
          className="desk-scanner"
          style={placeOf({ ...column.column, y: column.glass.y + column.glass.height + 34, height: 100 }, frame)}
          {...dropPlace(hands.dropOnScanner)}
        >
          {hands.scans > 0 && <span key={hands.scans} className="desk-scanner-beam" aria-hidden="true" />}
        </div>
      )}
    </div>
  );
}

/** With a thing in hand every open, empty compartment shows the way in. */
function drawnState(door: DeskState["doors"][number], inHand: Thing | undefined): DoorState {
  if (door.door === "open") {
    if (door.inside === "bag") return "openInside";
    if (door.inside === "result") return "openResult";
    return inHand === "bag" ? "openIn" : "openEmpty";
  }
  if (door.isJammed) return "jammed";
  return door.inside === "nothing" ? "free" : "shut";
}
