import { CabinetPicture } from "../cabinet/CabinetPicture.tsx";
import type { DoorState, DoorStates } from "../cabinet/DoorState.ts";
import { otherCabinet, sampleCabinet } from "./sampleCabinet.ts";
import { homeStates, nothing } from "./samples.tsx";

const states: readonly DoorState[] = [
  "free",
  "shut",
  "next",
  "openIn",
  "openInside",
  "openOut",
  "openResult",
  "openEmpty",
  "jammed",
  "outOfService",
  "unknown",
];

/** Every state of a door, and whole façades in every mode. */
export function StatesPage() {
  return (
    <div className="sheet-states">
      {states.map((state) => (
        <figure key={state}>
          <CabinetPicture
            cabinet={oneDoor}
            view="desk"
            states={{ 14: state }}
            description={state}
            lettering=""
            drawnWidthPx={420}
          />
          <figcaption>{state}</figcaption>
        </figure>
      ))}
      <Facade caption="home" view="home" shown={homeStates} />
      <Facade caption="visit" view="visit" shown={{ 5: "outOfService", 14: "openIn" }} />
      <Facade caption="fault" view="visit" shown={{ 5: "outOfService", 6: "next", 14: "jammed" }} />
      <div data-contrast="high" className="sheet-black">
        <Facade caption="high contrast" view="home" shown={homeStates} />
      </div>
      <div data-contrast="high" className="sheet-black">
        <Facade
          caption="high contrast, open"
          view="visit"
          shown={{ 5: "outOfService", 6: "next", 14: "openIn", 3: "jammed" }}
        />
      </div>
      <div className="sheet-grey">
        <Facade caption="grey" view="visit" shown={{ 5: "outOfService", 14: "openIn", 3: "jammed", 24: "next" }} />
      </div>
      <figure>
        <CabinetPicture
          cabinet={otherCabinet}
          view="desk"
          states={{ 3: "openIn", 7: "openOut", 8: "jammed", 1: "free", 5: "outOfService" }}
          description="Bản lề trái"
          lettering="Hồ sơ 24/7"
          onDoor={nothing}
        />
        <figcaption>desk, hinges on the left</figcaption>
      </figure>
    </div>
  );
}

function Facade(props: { readonly caption: string; readonly view: "home" | "visit"; readonly shown: DoorStates }) {
  return (
    <figure>
      <CabinetPicture
        cabinet={sampleCabinet}
        view={props.view}
        states={props.shown}
        description={props.caption}
        lettering="Hồ sơ 24/7"
        drawnWidthPx={640}
      />
      <figcaption>{props.caption}</figcaption>
    </figure>
  );
}

const oneDoor = {
  plinthMm: 60,
  modules: [
    {
      kind: "doors" as const,
      widthMm: 384,
      doors: [{ compartmentNumber: 14, heightMm: 240, hinge: "right" as const, board: "A", channel: 1 }],
    },
  ],
};
