import { CopyIcon } from "@phosphor-icons/react/dist/csr/Copy";
import { PrinterIcon } from "@phosphor-icons/react/dist/csr/Printer";
import { SpeakerHighIcon } from "@phosphor-icons/react/dist/csr/SpeakerHigh";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { useTranslation } from "react-i18next";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { PaperPreview } from "#ui/widgets/PaperPreview.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { useSpeech } from "../language/useSpeech.ts";
import { DepositTimeLine } from "../parts/DepositTimeLine.tsx";
import { FinishKey } from "../parts/Keys.tsx";
import { useLoadedPicture } from "../parts/useLoadedPicture.ts";
import { formatTicket } from "../words/formatTicket.ts";
import { totalOf } from "../words/paperTotals.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";
import "./Receipt.css";

/** The deposit is safe: its two clocks, the day of the result with the rule, and the paper. */
export function Receipt(page: ScreenProps<"receipt">) {
  const { t } = useTranslation();
  const { screen, setup } = page;
  const ticket = formatTicket(screen.ticket);
  const isFailed = screen.paper === "notPrinted" || screen.paper === "unresolved";
  const StatusIcon = isFailed ? WarningIcon : PrinterIcon;
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("receipt")}
      // Large words need the whole page; the paper itself lies below the screen.
      middle={page.snapshot.preferences.textSize > 2 ? "flows" : "stands"}
      title={t("receipt.title")}
      lead={t("receipt.lead")}
      status={
        <span className="receipt-status">
          <StatusIcon weight="bold" aria-hidden="true" />
          {t(`receipt.${screen.paper}`, { ticket })}
        </span>
      }
      keys={<ReceiptKeys {...page} />}
    >
      <div className="receipt">
        <div className="receipt-times">
          <DepositTimeLine
            times={screen.times}
            timeZone={setup.timeZone}
            compartmentNumber={screen.compartmentNumber}
          />
          <p className="receipt-official">{t("receipt.official")}</p>
        </div>
        <Paper {...page} />
      </div>
    </ScreenFrame>
  );
}

function ReceiptKeys(page: ScreenProps<"receipt">) {
  const { t } = useTranslation();
  const { screen, send } = page;
  const isFailed = screen.paper === "notPrinted" || screen.paper === "unresolved";
  return (
    <>
      <FinishKey page={page} />
      <KeyRow>
        {(screen.canPrintAgain || screen.paper === "printing") && (
          <SecondaryKey
            label={isFailed ? t("receipt.printAgain") : t("receipt.again")}
            icon={CopyIcon}
            busyLabel={screen.paper === "printing" ? t("receipt.busy") : undefined}
            onPress={() => send({ kind: "printAgain" })}
          />
        )}
        <ListenKey />
      </KeyRow>
    </>
  );
}

function ListenKey() {
  const { t } = useTranslation();
  const speech = useSpeech();
  return speech.isPossible ? (
    <SecondaryKey label={t("receipt.listen")} icon={SpeakerHighIcon} onPress={speech.readNow} />
  ) : null;
}

/** The very picture that went to the printer; without one, what stands on it. */
function Paper({ screen }: ScreenProps<"receipt">) {
  const { t } = useTranslation();
  const ticket = formatTicket(screen.ticket);
  const pictureUrl = useLoadedPicture(screen.pictureUrl);
  if (pictureUrl !== undefined) {
    return (
      <PaperPreview
        imageUrl={pictureUrl}
        description={t("receipt.paper", { ticket, door: screen.compartmentNumber })}
      />
    );
  }
  const total = totalOf(screen.counts);
  return (
    <div className="receipt-words">
      <p>{t("receipt.ticket")}</p>
      <strong>{ticket}</strong>
      <DottedRows>
        <DottedRow label={t("common.compartment")} value={screen.compartmentNumber} />
        <DottedRow label={t("papers.originals")} value={total.originals} />
        <DottedRow label={t("papers.certified")} value={total.certified} />
        <DottedRow label={t("papers.photocopies")} value={total.photocopies} />
      </DottedRows>
    </div>
  );
}
