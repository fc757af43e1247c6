import { PrinterIcon } from "@phosphor-icons/react/dist/csr/Printer";
import { useTranslation } from "react-i18next";
import { formatCaseNumber } from "#core/domain/ids.ts";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { useDates } from "../language/useDates.ts";
import { CallKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { usePlaceWords } from "../words/usePlaceWords.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** A door did not open: another compartment in the same visit, a case number, and nothing to type again. */
export function DepositJammed(page: ScreenProps<"depositJammed">) {
  const { t } = useTranslation();
  const place = usePlaceWords(page);
  const dates = useDates(page.setup.timeZone);
  const { failed, next, kind, caseNumber, atMs, slip } = page.screen;
  const isJam = kind === "doorJammed";
  const title =
    next === undefined
      ? t(isJam ? "jammed.titleNone" : "jammed.silentNone", { failed })
      : t(isJam ? "jammed.titleNext" : "jammed.silentNext", { failed, next });
  const lead = next === undefined ? t("jammed.leadNone") : `${t("jammed.leadNext")} ${place.ofDoor(next, failed)}`;
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("bag")}
      middle="stands"
      title={title}
      lead={lead}
      status={
        <>
          <DottedRows>
            <DottedRow label={t("common.caseNumber")} value={formatCaseNumber(caseNumber)} />
            {atMs !== undefined && <DottedRow label={t("jammed.at")} value={dates.time(atMs)} />}
          </DottedRows>
          {slip !== undefined && <span>{t(`slip.${slip}`)}</span>}
        </>
      }
      keys={<JammedKeys {...page} />}
    >
      <VisitCabinet
        page={page}
        door={next ?? failed}
        says={next === undefined ? "jammed" : "next"}
        redirect={next === undefined ? undefined : { from: failed, to: next }}
      />
    </ScreenFrame>
  );
}

function JammedKeys(page: ScreenProps<"depositJammed">) {
  const { t } = useTranslation();
  const { next: door } = page.screen;
  const stop = { icon: PrinterIcon, onPress: () => page.send({ kind: "stopWithSlip" }) } as const;
  return (
    <>
      {door === undefined ? (
        <MainKey label={t("jammed.stopAlone")} {...stop} />
      ) : (
        <MainKey label={t("deposit.open", { door })} onPress={() => page.send({ kind: "openCompartment" })} />
      )}
      <KeyRow>
        <CallKey page={page} />
        {door !== undefined && <SecondaryKey label={t("jammed.stop")} {...stop} />}
      </KeyRow>
    </>
  );
}
