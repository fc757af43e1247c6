import { useTranslation } from "react-i18next";
import type { ProcedureView } from "#core/contract/channel.ts";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { PaperCountTable } from "#ui/widgets/PaperCountTable.tsx";
import { Stepper } from "#ui/widgets/Stepper.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { useLocalized } from "../language/useLocalized.ts";
import { BackKey, CancelKey } from "../parts/Keys.tsx";
import { Marked } from "../parts/Marked.tsx";
import { ProblemNotice } from "../parts/ProblemNotice.tsx";
import { totalOf } from "../words/paperTotals.ts";
import { usePeriodWords } from "../words/usePeriodWords.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";
import "./Papers.css";

const kinds = ["originals", "certified", "photocopies"] as const;

/** What the bag holds: filled in from the catalogue, corrected by the person. */
export function Papers(page: ScreenProps<"papers">) {
  const { t } = useTranslation();
  const { screen, send } = page;
  const procedure = page.setup.catalogue.find((one) => one.procedureId === screen.procedureId);
  const total = totalOf(screen.counts);
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("papers")}
      title={t("papers.title")}
      lead={t("papers.lead")}
      status={
        <span>
          <Marked text={t("papers.total", { ...total })} />
        </span>
      }
      keys={<PaperKeys page={page} isEmpty={total.count === 0} />}
    >
      <ProblemNotice problem={screen.problem} />
      {procedure !== undefined && <Facts procedure={procedure} />}
      {procedure !== undefined && <Counts {...page} procedure={procedure} />}
      <div className="dossier-count">
        <div>
          <strong>{t("papers.dossiers")}</strong>
          <p>{t("papers.dossiersText")}</p>
        </div>
        <Stepper
          name={t("papers.dossiers")}
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

function PaperKeys({ page, isEmpty }: { readonly page: ScreenProps<"papers">; readonly isEmpty: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <MainKey
        label={t("papers.confirm")}
        onPress={() => page.send({ kind: "confirmPapers" })}
        unavailableReason={isEmpty ? t("papers.empty") : undefined}
      />
      <KeyRow>
        <BackKey page={page} />
        <CancelKey page={page} />
      </KeyRow>
    </>
  );
}

function Facts({ procedure }: { readonly procedure: ProcedureView }) {
  const localized = useLocalized();
  const { period, fee } = usePeriodWords(procedure);
  return (
    <p className="procedure-facts">
      <strong>{localized(procedure.name)}</strong>
      {period !== undefined && <span>{period}</span>}
      {fee !== undefined && <span>{fee}</span>}
    </p>
  );
}

function Counts({ screen, send, procedure }: ScreenProps<"papers"> & { readonly procedure: ProcedureView }) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const countOf = (paperId: string) =>
    screen.counts.find((one) => one.paperId === paperId) ?? { paperId, originals: 0, certified: 0, photocopies: 0 };
  return (
    <PaperCountTable
      caption={t("papers.caption")}
      kinds={kinds.map((kind) => t(`papers.${kind}`))}
      words={{ less: t("papers.less"), more: t("papers.more"), paper: t("papers.paper") }}
      rows={procedure.papers.map((paper) => ({
        id: paper.paperId,
        name: localized(paper.name),
        counts: kinds.map((kind) => countOf(paper.paperId)[kind]),
      }))}
      onCount={({ rowId, kindIndex, count }) => {
        const kind = kinds[kindIndex];
        if (kind !== undefined) send({ kind: "setCount", count: { ...countOf(rowId), [kind]: count } });
      }}
    />
  );
}
