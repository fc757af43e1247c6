import { useTranslation } from "react-i18next";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import { CabinetPicture } from "#ui/cabinet/CabinetPicture.tsx";
import { type DoorState, isOpen } from "#ui/cabinet/DoorState.ts";
import { Pavement } from "#ui/widgets/Pavement.tsx";
import "../../parts/VisitCabinet.css";
import { usePlaceWords } from "../../words/usePlaceWords.ts";
import type { PageProps } from "../screenProps.ts";

/** Props of the clerk's cabinet picture. */
export interface ClerkCabinetProps {
  readonly page: PageProps;
  /** The compartment that this step is about. */
  readonly door: CompartmentNumber;
  readonly says: "next" | "open" | "jammed";
  /** What an open compartment is drawn with: the pictures of a bag going in or a result coming out are the citizens'. */
  readonly inside?: "nothing" | "result" | undefined;
}

/** The whole façade with the one lit door, standing on the ground above the counter. */
export function ClerkCabinet({ page, door, says, inside = "nothing" }: ClerkCabinetProps) {
  const { t } = useTranslation();
  const place = usePlaceWords(page);
  const open: DoorState = inside === "result" ? "openResult" : "openEmpty";
  const states = Object.fromEntries(
    page.snapshot.doors.map(({ compartmentNumber, look }): [number, DoorState] => [
      compartmentNumber,
      isOpen(look) ? open : look,
    ]),
  );
  return (
    <div className="visit-cabinet">
      <CabinetPicture
        cabinet={page.setup.cabinet}
        view="visit"
        states={states}
        description={t(`cabinet.${says}`, { door, place: place.sentence(door) })}
        lettering={t("common.product")}
        drawnWidthPx={900}
      />
      <Pavement kind="plain" />
    </div>
  );
}
