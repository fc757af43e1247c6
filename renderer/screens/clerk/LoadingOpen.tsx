import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { StatusSteps } from "#ui/widgets/StatusSteps.tsx";

import { ScreenFrame } from "../../frame/ScreenFrame.tsx";

import { formatTicket } from "../../words/formatTicket.ts";
import type { ScreenProps } from "../screenProps.ts";
import { ClerkCabinet } from "./ClerkCabinet.tsx";
import { useLoadingRail } from "./rails.ts";

/** A free compartment opens by itself; the pickup code exists only when its door is shut again. */
export function LoadingOpen(props: ScreenProps<"loadingOpen">) {
  const { screen, send } = props;
  const { compartmentNumber: door, isOpen, reference } = screen;
  const { t } = useTranslation();
  const [isTakingBack, setIsTakingBack] = useState(false);
  const change = () => {
    send({ kind: isTakingBack ? "confirmLoaded" : "cancel" });
    setIsTakingBack(!isTakingBack);
  };
  const put = t(isTakingBack ? "clerk.put.out" : "clerk.put.in");
  return (
    <ScreenFrame
      page={props}
      rail={useLoadingRail(2)}
      title={t(isOpen ? "clerk.put.title" : "clerk.put.openingTitle", { door })}
      lead={isTakingBack ? t("clerk.put.leadBack") : t("clerk.put.lead", { reference: formatTicket(reference) })}
      middle="stands"
      status={
        <>
          <StatusSteps
            name={t("clerk.close.steps", { door })}
            steps={[t("clerk.put.open"), put, t("clerk.put.shut")]}
            current={isOpen ? 1 : 0}
          />
          <span>{isOpen ? t(isTakingBack ? "clerk.put.noMessage" : "clerk.put.message") : t("clerk.put.wait")}</span>
        </>
      }
      keys={
        isOpen ? (
          <SecondaryKey
            icon={isTakingBack ? undefined : XIcon}
            label={t(isTakingBack ? "clerk.put.after" : "clerk.put.stop")}
            onPress={change}
          />
        ) : undefined
      }
    >
      <ClerkCabinet page={props} door={door} says={isOpen ? "open" : "next"} inside="result" />
    </ScreenFrame>
  );
}
