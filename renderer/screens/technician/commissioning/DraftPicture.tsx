import { useTranslation } from "react-i18next";
import type { CommissionedBoard } from "#core/contract/technician.ts";
import { placedDoors } from "#core/domain/cabinet.ts";
import { CabinetPicture } from "#ui/cabinet/CabinetPicture.tsx";
import type { DoorState } from "#ui/cabinet/DoorState.ts";
import { elevationOf } from "#ui/cabinet/elevation.ts";
import type { StaffDoorDetail } from "#ui/cabinet/StaffDoor.tsx";
import { wireLabel } from "../cabinet/wireLabel.ts";
import { draftCabinet } from "./draftCabinet.ts";
import type { DoorName } from "./suggestion.ts";

/** Largest size of the picture, pixels of the drawn page. */
const mostPx = { width: 980, height: 620, perMm: 0.55 } as const;

/** Props of the growing picture. */
export interface DraftPictureProps {
  readonly boards: readonly CommissionedBoard[];
  /** The door that is being named, drawn lit where it would stand. */
  readonly lit?: DoorName | undefined;
}

/** The cabinet as far as it is named. A door that is read open is drawn open. */
export function DraftPicture({ boards, lit }: DraftPictureProps) {
  const { t } = useTranslation();
  const cabinet = draftCabinet(boards);
  if (cabinet === undefined) return <p className="step-draft-empty">{t("commissioning.naming.pictureEmpty")}</p>;
  const states: Record<number, DoorState> = {};
  const details: Record<number, StaffDoorDetail> = {};
  for (const door of placedDoors(cabinet)) {
    const reading = boards
      .find(({ board }) => board === door.board)
      ?.doors.find(({ channel }) => channel === door.channel)?.reading;
    const isLit = lit?.compartmentNumber === door.compartmentNumber;
    states[door.compartmentNumber] = reading?.door === "open" || isLit ? "openEmpty" : "free";
    details[door.compartmentNumber] = { wire: wireLabel(door, boards) };
  }
  // As high as there is room for, and never blown up: few doors stay as large as they will be among many.
  const { frame } = elevationOf(cabinet, false);
  const widthPx = Math.min(mostPx.width, (mostPx.height * frame.width) / frame.height, mostPx.perMm * frame.width);
  return (
    <div className="step-draft" style={{ width: `${widthPx / 10}rem` }}>
      <CabinetPicture
        cabinet={cabinet}
        view="staff"
        states={states}
        details={details}
        selected={lit?.compartmentNumber}
        drawnWidthPx={widthPx}
        description={t("commissioning.naming.picture")}
        lettering=""
      />
    </div>
  );
}
