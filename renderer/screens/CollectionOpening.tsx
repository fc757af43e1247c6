import { useTranslation } from "react-i18next";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { usePlaceWords } from "../words/usePlaceWords.ts";
import { useCollectionRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** The door was asked to open and is not read open yet. */
export function CollectionOpening(page: ScreenProps<"collectionOpening">) {
  const { t } = useTranslation();
  const place = usePlaceWords(page);
  const door = page.screen.compartmentNumber;
  return (
    <ScreenFrame
      page={page}
      rail={useCollectionRail("door")}
      middle="stands"
      title={t("collect.openingTitle", { door })}
      lead={place.sentence(door)}
      status={<span>{t("deposit.openingStatus", { door })}</span>}
    >
      <VisitCabinet page={page} door={door} says="next" />
    </ScreenFrame>
  );
}
