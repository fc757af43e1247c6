import { NotEqualsIcon } from "@phosphor-icons/react/dist/csr/NotEquals";
import { useTranslation } from "react-i18next";
import type { Setup } from "#core/contract/channel.ts";
import type { ScreenOf } from "#core/contract/screen.ts";
import "./DifferenceTable.css";
import { comparedLines } from "./differences.ts";
import { useDossierWords } from "./useDossierWords.ts";

/** Props of the comparison. */
export interface DifferenceTableProps {
  readonly screen: ScreenOf<"discrepancy">;
  readonly setup: Setup;
}

/** Declared and counted side by side; a line that differs is on brick, with a sign and a word. */
export function DifferenceTable({ screen, setup }: DifferenceTableProps) {
  const { t } = useTranslation();
  const words = useDossierWords(setup);
  return (
    <table className="difference-table">
      <caption className="visually-hidden">{t("clerk.discrepancy.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("clerk.discrepancy.paper")}</th>
          <th scope="col">{t("clerk.discrepancy.declared")}</th>
          <th scope="col">{t("clerk.discrepancy.counted")}</th>
        </tr>
      </thead>
      <tbody>
        {comparedLines(screen).map((line) => (
          <Line
            key={`${line.paperId} ${line.kind}`}
            name={words.paper(screen.deposit.procedureId, line.paperId)}
            kind={t(`papers.${line.kind}`)}
            declared={line.declared}
            counted={line.counted}
          />
        ))}
        <Line name={t("clerk.discrepancy.sets")} declared={screen.declaredDossierCount} counted={screen.dossierCount} />
      </tbody>
    </table>
  );
}

function Line(props: {
  readonly name: string;
  readonly kind?: string;
  readonly declared: number;
  readonly counted: number;
}) {
  const { t } = useTranslation();
  const differs = props.declared !== props.counted;
  return (
    <tr data-differs={differs ? "" : undefined}>
      <th scope="row">
        <span className="difference-name">{props.name}</span>
        {props.kind !== undefined && <span className="difference-kind">{props.kind}</span>}
      </th>
      <td>{props.declared}</td>
      <td>
        {differs && (
          <span className="difference-sign">
            <NotEqualsIcon weight="bold" aria-hidden="true" />
            {t("clerk.discrepancy.differs")}
          </span>
        )}
        {props.counted}
      </td>
    </tr>
  );
}
