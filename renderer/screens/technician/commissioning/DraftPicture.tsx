import { useTranslation } from "react-i18next";
import type { CommissionedBoard } from "#core/contract/technician.ts";
import { bodyHeightMm, bodyWidthMm, placedDoors } from "#core/domain/cabinet.ts";
import { CabinetPicture } from "#ui/cabinet/CabinetPicture.tsx";
import type { DoorState } from "#ui/cabinet/DoorState.ts";
import type { StaffDoorDetail } from "#ui/cabinet/StaffDoor.tsx";
import { wireLabel } from "../cabinet/wireLabel.ts";
import { draftCabinet } from "./draftCabinet.ts";
import type { DoorName } from "./suggestion.ts";

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
    details[door.compartmentNumber] = {
      wire: wireLabel(door, boards),
      isHookClosed: reading === undefined || reading.door === "unknown" ? undefined : reading.door === "closed",
    };
  }
  // Few or low columns are not blown up: the scale stays that of a whole cabinet.
  const widthMm = bodyWidthMm(cabinet);
  const share = Math.min(1, Math.max(0.3, Math.max(widthMm, bodyHeightMm(cabinet)) / 1500));
  return (
    <div className="step-draft" style={{ width: `${Math.round(share * 100)}%` }}>
      <CabinetPicture
        cabinet={cabinet}
        view="staff"
        states={states}
        details={details}
        selected={lit?.compartmentNumber}
        drawnWidthPx={760 * share}
        description={t("commissioning.naming.picture")}
        lettering=""
      />
    </div>
  );
}
