import type { ReactNode } from "react";
import type { Cabinet } from "#core/domain/cabinet.ts";
import { Body } from "./Body.tsx";
import { Door } from "./Door.tsx";
import { type CabinetView, type DoorStates, isOpen, shownState } from "./DoorState.ts";
import { DoorTargets } from "./DoorTargets.tsx";
import { type Elevation, elevationOf, numberSizeMm } from "./elevation.ts";
import { LittlePage } from "./LittlePage.tsx";
import { OpenDoor } from "./OpenDoor.tsx";
import { RedirectArrow } from "./RedirectArrow.tsx";
import { Roof } from "./Roof.tsx";
import { ScreenColumn } from "./ScreenColumn.tsx";
import { StaffColumn, type StaffColumnLines } from "./StaffColumn.tsx";
import { StaffDoor, type StaffDoorDetail } from "./StaffDoor.tsx";
import "./pictureTokens.css";
import "./CabinetPicture.css";

/** Props of the cabinet picture. */
export interface CabinetPictureProps {
  readonly cabinet: Cabinet;
  readonly view: CabinetView;
  readonly states: DoorStates;
  /** The sentence that says the same: the text alternative and the speech. */
  readonly description: string;
  /** Lettering above the screen, e.g. "Hồ sơ 24/7". */
  readonly lettering: string;
  /** About how wide the picture will be on the page as drawn, px; numbers are sized by it. 950 unless told otherwise. */
  readonly drawnWidthPx?: number | undefined;
  /** Draws an arrow from the door that does not open to the one to use instead. */
  readonly redirect?: { readonly from: number; readonly to: number } | undefined;
  /** Staff view: what is read at each door. */
  readonly details?: Readonly<Record<number, StaffDoorDetail>> | undefined;
  /** Staff view: the door with the white frame. */
  readonly selected?: number | undefined;
  /** Staff view: devices listed in the screen's column instead of its drawing. */
  readonly column?: StaffColumnLines | undefined;
  /** Makes every door a button (staff, desk). */
  readonly onDoor?: ((compartmentNumber: number) => void) | undefined;
  /** The spoken name of a door's button. */
  readonly doorName?: ((compartmentNumber: number) => string) | undefined;
  /** Replaces the little page on the drawn glass; drawn on 268 x 476. */
  readonly screenPage?: ReactNode;
}

/** The whole façade, drawn to scale from the configuration. The interface's map wherever a door matters. */
export function CabinetPicture(props: CabinetPictureProps) {
  const { view } = props;
  const elevation = elevationOf(props.cabinet, view !== "staff");
  const { frame } = elevation;
  const isInteractive = props.onDoor !== undefined;
  return (
    <div className={`cabinet-picture cabinet-picture--${view}`}>
      <svg
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role={isInteractive ? "group" : "img"}
        aria-label={props.description}
      >
        {view !== "staff" && <Roof elevation={elevation} />}
        <Body elevation={elevation} />
        <Columns {...props} elevation={elevation} />
        {view === "staff" ? (
          <StaffDoors {...props} elevation={elevation} />
        ) : (
          <Doors {...props} elevation={elevation} />
        )}
        {props.onDoor !== undefined && (
          <DoorTargets elevation={elevation} onDoor={props.onDoor} doorName={props.doorName} />
        )}
      </svg>
    </div>
  );
}

interface DoorsProps extends CabinetPictureProps {
  readonly elevation: Elevation;
}

function Columns({ elevation, view, lettering, screenPage, column, drawnWidthPx = 740 }: DoorsProps) {
  return elevation.screens.map((place) =>
    view === "staff" && column !== undefined ? (
      <StaffColumn key={place.column.x} place={place} lines={column} noteMm={noteSizeMm(elevation, drawnWidthPx)} />
    ) : (
      <ScreenColumn
        key={place.column.x}
        place={place}
        lettering={lettering}
        page={screenPage ?? <LittlePage view={view} />}
      />
    ),
  );
}

/** Closed doors first, so that an open leaf lies over its neighbours. */
function Doors({ elevation, states, view, redirect, drawnWidthPx = 950 }: DoorsProps) {
  const numberMm = numberSizeMm(elevation, drawnWidthPx);
  const shown = elevation.doors.map((one) => ({
    ...one,
    state: shownState(states[one.door.compartmentNumber] ?? "shut", view),
  }));
  const rectOf = (wanted: number) => shown.find((one) => one.door.compartmentNumber === wanted)?.rect;
  const from = redirect === undefined ? undefined : rectOf(redirect.from);
  const to = redirect === undefined ? undefined : rectOf(redirect.to);
  return (
    <>
      {shown
        .filter((one) => !isOpen(one.state))
        .map((one) => (
          <Door key={one.door.compartmentNumber} {...one} view={view} numberMm={numberMm} />
        ))}
      {shown
        .filter((one) => isOpen(one.state))
        .map((one) => (
          <OpenDoor key={one.door.compartmentNumber} {...one} numberMm={numberMm} />
        ))}
      {from !== undefined && to !== undefined && <RedirectArrow from={from} to={to} />}
    </>
  );
}

function StaffDoors({ elevation, states, details, selected, drawnWidthPx = 740 }: DoorsProps) {
  const noteMm = noteSizeMm(elevation, drawnWidthPx);
  const inOrder = [...elevation.doors].sort(
    (a, b) => Number(a.door.compartmentNumber === selected) - Number(b.door.compartmentNumber === selected),
  );
  return inOrder.map(({ door, rect }) => (
    <StaffDoor
      key={door.compartmentNumber}
      door={door}
      rect={rect}
      state={states[door.compartmentNumber] ?? "shut"}
      detail={details?.[door.compartmentNumber]}
      isSelected={door.compartmentNumber === selected}
      noteMm={noteMm}
    />
  ));
}

/** Staff's notes are 20 px high at the drawn width; millimetres. */
function noteSizeMm(elevation: Elevation, drawnWidthPx: number): number {
  return (20.5 * elevation.frame.width) / drawnWidthPx;
}
