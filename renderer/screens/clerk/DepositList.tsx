import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useTranslation } from "react-i18next";
import type { Setup } from "#core/contract/channel.ts";
import type { ListedDeposit } from "#core/contract/screen.ts";
import { formatTicket } from "../../words/formatTicket.ts";
import "./DepositList.css";
import { useDossierWords } from "./useDossierWords.ts";

/** Props of the morning list. */
export interface DepositListProps {
  readonly setup: Setup;
  /** In the order of their legal deadlines. */
  readonly deposits: readonly ListedDeposit[];
}

/** The morning list: one line a dossier, its door at the left and its deadline at the right. Nothing to touch. */
export function DepositList({ setup, deposits }: DepositListProps) {
  const { t } = useTranslation();
  const words = useDossierWords(setup);
  return (
    <ol className="deposit-list">
      {deposits.map((deposit) => (
        <li key={deposit.dossierId} className="deposit" data-done={deposit.isDone ? "" : undefined}>
          <span className="deposit-door">{deposit.compartmentNumber}</span>
          <span className="deposit-words">
            <span className="deposit-name">{words.procedure(deposit.procedureId)}</span>
            <span className="deposit-under">
              {t("clerk.ticket", { ticket: formatTicket(deposit.ticket) })}
              {deposit.dossierCount > 1 && `, ${t("clerk.sets", { count: deposit.dossierCount })}`}
            </span>
          </span>
          <span className="deposit-due">
            {deposit.isDone ? (
              <span className="deposit-name">
                <CheckIcon weight="bold" aria-hidden="true" /> {t("clerk.home.isDone")}
              </span>
            ) : (
              <>
                <span className="deposit-name">{words.due(deposit)}</span>
                <span className="deposit-under">{words.received(deposit)}</span>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
