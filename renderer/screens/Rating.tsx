import { useTranslation } from "react-i18next";
import { RatingKeys } from "#ui/widgets/RatingKeys.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import type { ScreenProps } from "./screenProps.ts";
import "./Rating.css";

const ratings = { content: "verySatisfied", fair: "satisfied", discontent: "dissatisfied" } as const;

/** Three words of the survey (Circular 01/2018, article 13); without a name, and it may be left out. */
export function Rating(page: ScreenProps<"rating">) {
  const { t } = useTranslation();
  const { outcome } = page.screen;
  return (
    <ScreenFrame
      page={page}
      title={t(`rating.${outcome}`)}
      lead={outcome === "nothingTaken" ? t("rating.nothingTakenText") : undefined}
      middle="stands"
      status={<span className="rating-question">{t("rating.question")}</span>}
      keys={
        <>
          <RatingKeys
            name={t("rating.question")}
            words={{
              content: t("rating.verySatisfied"),
              fair: t("rating.satisfied"),
              discontent: t("rating.dissatisfied"),
            }}
            onRate={(rating) => page.send({ kind: "rate", rating: ratings[rating] })}
          />
          <p className="rating-anonymous">{t("rating.anonymous")}</p>
          <SecondaryKey label={t("rating.skip")} onPress={() => page.send({ kind: "finish" })} />
        </>
      }
    >
      <VisitCabinet page={page} />
    </ScreenFrame>
  );
}
