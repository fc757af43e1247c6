import { useTranslation } from "react-i18next";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { FinishKey } from "../../parts/Keys.tsx";
import { VisitCabinet } from "../../parts/VisitCabinet.tsx";
import type { ScreenProps } from "../screenProps.ts";
import "./ExchangeDone.css";

/** What the exchange came to, to be checked against the bags in hand. */
export function ExchangeDone(props: ScreenProps<"exchangeDone">) {
  const { t } = useTranslation();
  const { takenOver, loaded, seenEmpty } = props.screen;
  return (
    <ScreenFrame
      page={props}
      middle={props.snapshot.preferences.textSize > 2 ? "flows" : "stands"}
      title={t("clerk.end.title")}
      lead={t("clerk.end.lead")}
      keys={<FinishKey page={props} />}
    >
      <dl className="exchange-sum">
        <Sum label={t("clerk.end.takenOver")} value={takenOver} />
        <Sum label={t("clerk.end.loaded")} value={loaded} />
        <Sum label={t("clerk.end.seenEmpty")} value={seenEmpty} />
      </dl>
      <VisitCabinet page={props} />
    </ScreenFrame>
  );
}

function Sum({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div className="exchange-sum-row">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
