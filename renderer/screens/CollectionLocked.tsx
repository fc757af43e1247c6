import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { Notice } from "#ui/widgets/Notice.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { useDates } from "../language/useDates.ts";
import { CallKey, FinishKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { useCollectionRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** A lock that ends later than this is one that only staff open. */
const STAFF_ONLY_MS = 7 * 24 * 3_600_000;

/** Too many wrong values: until when, and that the result is safe. */
export function CollectionLocked(page: ScreenProps<"collectionLocked">) {
  const { t } = useTranslation();
  const dates = useDates(page.setup.timeZone);
  const { who, untilMs } = page.screen;
  const isForStaff = untilMs - page.snapshot.nowMs > STAFF_ONLY_MS;
  const until = t("locked.until", { time: dates.time(untilMs), day: dates.headerDay(untilMs) });
  const words = page.snapshot.isTimeDoubtful ? t("locked.counter") : `${until} ${t("locked.counter")}`;
  return (
    <ScreenFrame
      page={page}
      middle="stands"
      rail={useCollectionRail("secondValue")}
      title={who === "credential" ? t("locked.titleCredential") : t("locked.titleMachine")}
      lead={t(`locked.${who}`)}
      keys={
        <>
          <FinishKey page={page} label={t("common.home")} />
          <KeyRow>
            <CallKey page={page} />
          </KeyRow>
        </>
      }
    >
      <Notice>{isForStaff ? t("locked.staffOnly") : words}</Notice>
      <VisitCabinet page={page} />
    </ScreenFrame>
  );
}
