import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { BackKey, CallKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { useObstacleWords } from "../words/useObstacleWords.ts";
import type { ScreenProps } from "./screenProps.ts";

/** No result can be given now: why, when and where else. */
export function CollectionClosed(page: ScreenProps<"collectionClosed">) {
  const { t } = useTranslation();
  const obstacle = useObstacleWords(page);
  return (
    <ScreenFrame
      page={page}
      middle="stands"
      title={t("obstacle.collectionTitle")}
      lead={obstacle.full(page.screen.obstacle)}
      keys={
        <KeyRow>
          <BackKey page={page} />
          <CallKey page={page} />
        </KeyRow>
      }
    >
      <VisitCabinet page={page} />
    </ScreenFrame>
  );
}
