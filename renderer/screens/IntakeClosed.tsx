import { InfoIcon } from "@phosphor-icons/react/dist/csr/Info";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { Notice } from "#ui/widgets/Notice.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { BackKey, CallKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { useObstacleWords } from "../words/useObstacleWords.ts";
import type { ScreenProps } from "./screenProps.ts";

/** No dossier can be taken now: why, when and where else, before anything is typed. */
export function IntakeClosed(page: ScreenProps<"intakeClosed">) {
  const { t } = useTranslation();
  const obstacle = useObstacleWords(page);
  return (
    <ScreenFrame
      page={page}
      middle="stands"
      title={t("obstacle.title")}
      lead={obstacle.full(page.screen.obstacle)}
      keys={
        <KeyRow>
          <BackKey page={page} />
          <CallKey page={page} />
        </KeyRow>
      }
    >
      <Notice icon={InfoIcon}>{t("obstacle.stillWorks")}</Notice>
      <VisitCabinet page={page} />
    </ScreenFrame>
  );
}
