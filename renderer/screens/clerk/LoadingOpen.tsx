import { useTranslation } from "react-i18next";
import { StatusSteps } from "#ui/widgets/StatusSteps.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";

import type { ScreenProps } from "../screenProps.ts";
import { ClerkCabinet } from "./ClerkCabinet.tsx";
import { useLoadingRail } from "./rails.ts";

/** A free compartment opens by itself; the pickup code exists only when its door is shut again. */
export function LoadingOpen(props: ScreenProps<"loadingOpen">) {
  const { screen, send } = props;
  const { compartmentNumber: door, isOpen, reference } = screen;
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      rail={useLoadingRail(2)}
      title={t(isOpen ? "clerk.put.title" : "clerk.put.openingTitle", { door })}
      lead={t("clerk.put.lead", { reference })}
      middle="stands"
      status={
        <>
          <StatusSteps
            name={t("clerk.close.steps", { door })}
            steps={[t("clerk.put.open"), t("clerk.put.in"), t("clerk.put.shut")]}
            current={isOpen ? 1 : 0}
          />
          <span>{isOpen ? t("clerk.put.message") : t("clerk.opening", { door })}</span>
        </>
      }
      keys={
        isOpen ? <WhiteKey label={t("clerk.put.done")} onPress={() => send({ kind: "confirmLoaded" })} /> : undefined
      }
    >
      <ClerkCabinet page={props} door={door} says={isOpen ? "open" : "next"} inside="result" />
    </ScreenFrame>
  );
}
