import { useTranslation } from "react-i18next";
import { formatCaseNumber } from "#core/domain/ids.ts";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";

import type { ScreenProps } from "../screenProps.ts";
import { ClerkCabinet } from "./ClerkCabinet.tsx";

const leads = {
  emptying: "clerk.failed.leadEmptying",
  inspection: "clerk.failed.leadInspection",
  loading: "clerk.failed.leadLoading",
} as const;

const ways = {
  emptying: "clerk.failed.nextEmptying",
  inspection: "clerk.failed.nextInspection",
  loading: "clerk.failed.nextLoading",
} as const;

/** A door did not do what it was asked: where the papers are now, which case it is, and the way on. */
export function ClerkDoorFailed(props: ScreenProps<"clerkDoorFailed">) {
  const { screen, send } = props;
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      title={t("clerk.failed.title", { door: screen.compartmentNumber })}
      lead={t(leads[screen.during])}
      middle="stands"
      status={
        <DottedRows>
          <DottedRow label={t("clerk.failed.reason")} value={t(`caseKind.${screen.kind}`)} />
          <DottedRow label={t("common.caseNumber")} value={formatCaseNumber(screen.caseNumber)} />
        </DottedRows>
      }
      keys={<MainKey label={t(ways[screen.during])} onPress={() => send({ kind: "finish" })} />}
    >
      <ClerkCabinet page={props} door={screen.compartmentNumber} says="jammed" />
    </ScreenFrame>
  );
}
