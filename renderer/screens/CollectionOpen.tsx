import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { StatusSteps } from "#ui/widgets/StatusSteps.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { CallKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { usePlaceWords } from "../words/usePlaceWords.ts";
import { useCollectionRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** The door was read open: the result comes out. */
export function CollectionOpen(page: ScreenProps<"collectionOpen">) {
  const { t } = useTranslation();
  const place = usePlaceWords(page);
  const door = page.screen.compartmentNumber;
  return (
    <ScreenFrame
      page={page}
      rail={useCollectionRail("door")}
      middle="stands"
      title={t("collect.openTitle", { door })}
      lead={`${t("collect.openLead")}\n${place.sentence(door)}`}
      status={
        <>
          <StatusSteps
            name={t("deposit.steps", { door })}
            steps={[t("deposit.stepOpen"), t("collect.stepTake"), t("deposit.stepClose")]}
            current={1}
          />
          <span>{t("deposit.waiting", { door })}</span>
        </>
      }
      keys={
        <KeyRow>
          <CallKey page={page} />
        </KeyRow>
      }
    >
      <VisitCabinet page={page} door={door} says="open" />
    </ScreenFrame>
  );
}
