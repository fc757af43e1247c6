import { useTranslation } from "react-i18next";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";

import type { ScreenProps } from "../screenProps.ts";
import { ClerkCabinet } from "./ClerkCabinet.tsx";
import { useEmptyingRail } from "./rails.ts";
import { useDossierWords } from "./useDossierWords.ts";

/** The next door of the morning list opens by itself. */
export function EmptyingOpening(props: ScreenProps<"emptyingOpening">) {
  const { deposit, left } = props.screen;
  const { t } = useTranslation();
  const words = useDossierWords(props.setup);
  const door = deposit.compartmentNumber;
  return (
    <ScreenFrame
      page={props}
      rail={useEmptyingRail(0)}
      title={t("clerk.opens.title", { door })}
      lead={t("clerk.opens.lead")}
      middle="stands"
      status={
        <>
          <b>
            {words.procedure(deposit.procedureId)}. {words.due(deposit)}.
          </b>
          <span>
            {t("clerk.opening", { door })} {left > 0 && t("clerk.left", { count: left })}
          </span>
        </>
      }
    >
      <ClerkCabinet page={props} door={door} says="next" />
    </ScreenFrame>
  );
}
