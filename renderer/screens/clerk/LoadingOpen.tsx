import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useTranslation } from "react-i18next";
import type { ScreenOf } from "#core/contract/screen.ts";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { StatusSteps } from "#ui/widgets/StatusSteps.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { VisitCabinet } from "../../parts/VisitCabinet.tsx";
import { formatTicket } from "../../words/formatTicket.ts";
import type { ScreenProps } from "../screenProps.ts";
import { ClerkCabinet } from "./ClerkCabinet.tsx";
import { useLoadingRail } from "./rails.ts";

const titles = {
  opening: "clerk.put.openingTitle",
  open: "clerk.put.title",
  takingBack: "clerk.put.title",
  makingCode: "clerk.put.codeTitle",
} as const;
const statuses = {
  opening: "clerk.put.wait",
  open: "clerk.put.message",
  takingBack: "clerk.put.noMessage",
  makingCode: "clerk.put.code",
} as const;
/** Of the three steps open, put, shut; 3 when all are done. */
const steps = { opening: 0, open: 1, takingBack: 1, makingCode: 3 } as const;

/** A free compartment opens by itself; the pickup code exists only when its door is shut again. */
export function LoadingOpen(props: ScreenProps<"loadingOpen">) {
  const { compartmentNumber: door, phase } = props.screen;
  const { t } = useTranslation();
  const reference = formatTicket(props.screen.reference);
  return (
    <ScreenFrame
      page={props}
      rail={useLoadingRail(2)}
      title={t(titles[phase], { door })}
      lead={
        phase === "makingCode"
          ? reference
          : t(phase === "takingBack" ? "clerk.put.leadBack" : "clerk.put.lead", { reference })
      }
      middle="stands"
      status={
        <>
          <StatusSteps
            name={t("clerk.close.steps", { door })}
            steps={[
              t("clerk.put.open"),
              t(phase === "takingBack" ? "clerk.put.out" : "clerk.put.in"),
              t("clerk.put.shut"),
            ]}
            current={steps[phase]}
          />
          <span>{t(statuses[phase])}</span>
        </>
      }
      keys={<ChangeKey phase={phase} send={props.send} />}
    >
      {phase === "makingCode" ? (
        <VisitCabinet page={props} door={door} says="shut" />
      ) : (
        <ClerkCabinet page={props} door={door} says={phase === "opening" ? "next" : "open"} inside="result" />
      )}
    </ScreenFrame>
  );
}

/** While the door is open the clerk may change the mind, both ways. */
function ChangeKey(props: {
  readonly phase: ScreenOf<"loadingOpen">["phase"];
  readonly send: ScreenProps<"loadingOpen">["send"];
}) {
  const { t } = useTranslation();
  if (props.phase === "open")
    return <SecondaryKey icon={XIcon} label={t("clerk.put.stop")} onPress={() => props.send({ kind: "cancel" })} />;
  if (props.phase === "takingBack")
    return <SecondaryKey label={t("clerk.put.after")} onPress={() => props.send({ kind: "confirmLoaded" })} />;
  return null;
}
