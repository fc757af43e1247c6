import { useTranslation } from "react-i18next";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import { CabinetPicture } from "#ui/cabinet/CabinetPicture.tsx";
import { Pavement } from "#ui/widgets/Pavement.tsx";
import type { PageProps } from "../screens/screenProps.ts";
import { usePlaceWords } from "../words/usePlaceWords.ts";
import { doorStates } from "./doorStates.ts";
import "./VisitCabinet.css";

/** Props of the façade during a visit. */
export interface VisitCabinetProps {
  readonly page: PageProps;
  /** The compartment that the screen is about; none where the façade only stands there, all doors shut. */
  readonly door?: CompartmentNumber | undefined;
  /** What the picture says of it. */
  readonly says?: "next" | "open" | "shut" | "jammed" | undefined;
  readonly redirect?: { readonly from: CompartmentNumber; readonly to: CompartmentNumber } | undefined;
}

/** The whole façade with one lit window, standing on the ground above the counter. */
export function VisitCabinet({ page, door, says, redirect }: VisitCabinetProps) {
  const { t } = useTranslation();
  const place = usePlaceWords(page);
  return (
    <div className="visit-cabinet">
      <CabinetPicture
        cabinet={page.setup.cabinet}
        view="visit"
        states={doorStates(page.snapshot)}
        description={
          door === undefined
            ? t("cabinet.quiet")
            : t(`cabinet.${says ?? "shut"}`, { door, place: place.sentence(door) })
        }
        lettering={t("common.product")}
        drawnWidthPx={900}
        redirect={redirect}
      />
      <Pavement kind="plain" />
    </div>
  );
}
