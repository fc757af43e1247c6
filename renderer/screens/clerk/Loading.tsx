import { ArrowLeftIcon } from "@phosphor-icons/react/dist/csr/ArrowLeft";
import { KeyboardIcon } from "@phosphor-icons/react/dist/csr/Keyboard";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { CodeCamera } from "../../parts/CodeCamera.tsx";
import { ProblemNotice } from "../../parts/ProblemNotice.tsx";
import type { ScreenProps } from "../screenProps.ts";
import { useLoadingRail } from "./rails.ts";
import { TypedResultCode } from "./TypedResultCode.tsx";

/** The finished result's ticket, label or code: shown to the camera or scanner, or typed. */
export function Loading(props: ScreenProps<"loading">) {
  const [isTyping, setIsTyping] = useState(false);
  return isTyping ? (
    <TypedResultCode {...props} onScan={() => setIsTyping(false)} />
  ) : (
    <ScannedResultCode {...props} onType={() => setIsTyping(true)} />
  );
}

function ScannedResultCode({ onType, ...props }: ScreenProps<"loading"> & { readonly onType: () => void }) {
  const { screen, send } = props;
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      rail={useLoadingRail(0)}
      title={t("clerk.load.title")}
      lead={t("clerk.load.lead")}
      status={
        <DottedRows>
          <DottedRow label={t("clerk.load.free")} value={screen.free} />
          <DottedRow label={t("clerk.load.loaded")} value={screen.loaded} />
        </DottedRows>
      }
      keys={
        <>
          <WhiteKey icon={KeyboardIcon} label={t("clerk.load.type")} isLeadingOn onPress={onType} />
          <SecondaryKey icon={ArrowLeftIcon} label={t("clerk.load.stop")} onPress={() => send({ kind: "back" })} />
        </>
      }
    >
      <CodeCamera page={props} isSmall={screen.problem !== undefined} />
      <ProblemNotice problem={screen.problem} />
    </ScreenFrame>
  );
}
