import { LockSimpleIcon } from "@phosphor-icons/react/dist/csr/LockSimple";
import { PhoneIcon } from "@phosphor-icons/react/dist/csr/Phone";
import { useTranslation } from "react-i18next";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { Notice } from "#ui/widgets/Notice.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { useDates } from "../language/useDates.ts";
import { useLocalized } from "../language/useLocalized.ts";
import { CallKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import type { ScreenProps } from "./screenProps.ts";

/** The machine as a whole is closed: where else to go, that the papers inside are safe, and what to read out on the phone. */
export function Closed(page: ScreenProps<"closed">) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { setup, snapshot, screen } = page;
  const dates = useDates(setup.timeZone);
  const opensAtMs = snapshot.counterOpensAtMs;
  const { office } = setup;
  const come =
    opensAtMs === undefined
      ? t("closed.comeNow")
      : t("closed.comeAt", { time: dates.time(opensAtMs), day: dates.headerDay(opensAtMs) });
  return (
    <ScreenFrame
      page={page}
      middle="stands"
      title={t("closed.title")}
      lead={`${t("closed.lead")} ${come}`}
      status={t("closed.again")}
      keys={
        <KeyRow>
          <CallKey page={page} />
        </KeyRow>
      }
    >
      <Notice icon={LockSimpleIcon}>{t("closed.safe")}</Notice>
      <Notice icon={PhoneIcon}>{t("closed.call", { hotline: office.hotline, code: screen.code })}</Notice>
      <DottedRows>
        <DottedRow label={t("help.address")} value={localized(office.address)} />
        <DottedRow label={t("closed.code")} value={screen.code} />
      </DottedRows>
      <VisitCabinet page={page} />
    </ScreenFrame>
  );
}
