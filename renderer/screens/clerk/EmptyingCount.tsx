import { ArrowBendUpRightIcon } from "@phosphor-icons/react/dist/csr/ArrowBendUpRight";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useTranslation } from "react-i18next";
import { COPY_KINDS } from "#core/domain/paperCount.ts";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { PaperCountTable } from "#ui/widgets/PaperCountTable.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { Stepper } from "#ui/widgets/Stepper.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { Marked } from "../../parts/Marked.tsx";
import { totalOf } from "../../words/paperTotals.ts";
import type { ScreenProps } from "../screenProps.ts";
import "./EmptyingCount.css";
import { useEmptyingRail } from "./rails.ts";
import { useDossierWords } from "./useDossierWords.ts";

/** The clerk's own count. What the citizen declared stays hidden until this count is in. */
export function EmptyingCount(props: ScreenProps<"emptyingCount">) {
  const { screen, send } = props;
  const { t } = useTranslation();
  const door = screen.deposit.compartmentNumber;
  return (
    <ScreenFrame
      page={props}
      rail={useEmptyingRail(1)}
      title={t("clerk.count.title")}
      lead={t("clerk.count.lead", { door, name: screen.personName })}
      status={
        <span>
          <Marked text={t("clerk.count.total", { ...totalOf(screen.counts) })} />
        </span>
      }
      keys={
        <>
          <MainKey label={t("clerk.count.done")} icon={CheckIcon} onPress={() => send({ kind: "confirmCounted" })} />
          <KeyRow>
            <SecondaryKey label={t("clerk.count.missing")} onPress={() => send({ kind: "reportMissing" })} />
            <SecondaryKey
              icon={ArrowBendUpRightIcon}
              label={t("clerk.skip")}
              onPress={() => send({ kind: "skipCompartment" })}
            />
          </KeyRow>
        </>
      }
    >
      <CountTable {...props} />
      <div className="clerk-sets">
        <span>
          <span className="clerk-sets-name">{t("clerk.count.sets")}</span>
          <span className="clerk-sets-under">{t("clerk.count.setsText")}</span>
        </span>
        <Stepper
          name={t("clerk.count.sets")}
          value={screen.dossierCount}
          least={1}
          largest={20}
          isLarge
          words={{ less: t("papers.less"), more: t("papers.more") }}
          onChange={(dossierCount) => send({ kind: "setDossierCount", dossierCount })}
        />
      </div>
    </ScreenFrame>
  );
}

function CountTable({ screen, setup, send }: ScreenProps<"emptyingCount">) {
  const { t } = useTranslation();
  const words = useDossierWords(setup);
  const { procedureId } = screen.deposit;
  return (
    <PaperCountTable
      caption={t("clerk.count.caption")}
      kinds={COPY_KINDS.map((kind) => t(`papers.${kind}`))}
      words={{ less: t("papers.less"), more: t("papers.more"), paper: t("papers.paper") }}
      rows={screen.counts.map((count) => ({
        id: count.paperId,
        name: words.paper(procedureId, count.paperId),
        counts: COPY_KINDS.map((kind) => count[kind]),
      }))}
      onCount={({ rowId, kindIndex, count }) => {
        const before = screen.counts.find((one) => one.paperId === rowId);
        const kind = COPY_KINDS[kindIndex];
        if (before !== undefined && kind !== undefined) send({ kind: "setCount", count: { ...before, [kind]: count } });
      }}
    />
  );
}
