import { useTranslation } from "react-i18next";
import type { TechnicianView } from "#core/contract/technician.ts";
import { CabinetPicture } from "#ui/cabinet/CabinetPicture.tsx";
import type { DoorState } from "#ui/cabinet/DoorState.ts";
import type { StaffColumnLines } from "#ui/cabinet/StaffColumn.tsx";
import type { StaffDoorDetail } from "#ui/cabinet/StaffDoor.tsx";
import type { SectionProps } from "../sectionProps.ts";
import { type DoorFacts, kindOf, mismatchOf, stateOfKind } from "./doorFacts.ts";
import { wireLabel } from "./wireLabel.ts";

/** Props of the live picture. */
export interface TechnicianCabinetProps extends SectionProps {
  readonly selected: number | undefined;
  readonly onDoor: (compartmentNumber: number) => void;
}

/** The façade as the boards and the log see it now; every door is a key. */
export function TechnicianCabinet({ page, view, selected, onDoor }: TechnicianCabinetProps) {
  const { t } = useTranslation();
  const noteOf = useNotes();
  const column = useColumn(page.setup.kioskNumber, view.devices);
  const states: Record<number, DoorState> = {};
  const details: Record<number, StaffDoorDetail> = {};
  for (const door of view.doors) {
    const kind = kindOf(door);
    const { occupancy } = door.reading;
    states[door.compartmentNumber] = stateOfKind[kind];
    details[door.compartmentNumber] = {
      isHookClosed: door.reading.door === "unknown" ? undefined : door.reading.door === "closed",
      hasContents: occupancy === "something" || occupancy === "nothing" ? occupancy === "something" : undefined,
      note: noteOf(door),
      wire: wireLabel(door, view.boards),
      isMismatch: mismatchOf(door) !== undefined,
    };
  }
  return (
    <CabinetPicture
      cabinet={page.setup.cabinet}
      view="staff"
      states={states}
      details={details}
      column={column}
      selected={selected}
      description={t("technician.cabinet.picture")}
      lettering={t("common.product")}
      onDoor={onDoor}
      doorName={(compartmentNumber) => {
        const door = view.doors.find((one) => one.compartmentNumber === compartmentNumber);
        if (door === undefined) return t("technician.door.title", { door: compartmentNumber });
        return t("technician.cabinet.doorName", {
          door: compartmentNumber,
          door_state: t(`technician.door.state.${door.reading.door}`),
          contents: t(`technician.door.ledger.${door.contents}`),
        });
      }}
    />
  );
}

/** A few letters on the door: what stands out, else what is inside by the log. */
function useNotes(): (door: DoorFacts) => string {
  const { t } = useTranslation();
  return (door) => {
    const kind = kindOf(door);
    if (kind === "mismatch" || kind === "open" || kind === "outOfService") return t(`technician.cabinet.note.${kind}`);
    return door.isSensorFaulty
      ? t("technician.cabinet.note.sensorFaulty")
      : t(`technician.cabinet.note.${door.contents}`);
  };
}

/** Devices that sit in the screen's column, each with its state; lock boards have their own page. */
function useColumn(kioskNumber: number, devices: TechnicianView["devices"]): StaffColumnLines {
  const { t } = useTranslation();
  const lineOf = (kinds: readonly string[]) =>
    devices
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, state }) => ({ name: t(`devices.kind.${kind}`), report: t(`devices.state.${state}`) }));
  return {
    above: lineOf(["camera", "scanner", "network", "database"]),
    screen: {
      name: t("technician.cabinet.screen"),
      report: t("technician.cabinet.kiosk", { kiosk: String(kioskNumber).padStart(4, "0") }),
    },
    below: lineOf(["printer", "ups", "safetyInputs"]),
  };
}
