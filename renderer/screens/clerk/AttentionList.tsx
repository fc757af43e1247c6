import { useTranslation } from "react-i18next";
import { formatCaseNumber } from "#core/domain/ids.ts";
import { isServiceReason } from "#core/events/eventParts.ts";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { formatTicket } from "../../words/formatTicket.ts";
import type { ScreenProps } from "../screenProps.ts";
import "./AttentionList.css";

/** What waits for a decision of staff: compartments out of service, credentials that too many wrong tries locked. */
export function AttentionList({ screen, send }: ScreenProps<"clerkHome">) {
  const { t } = useTranslation();
  const { outOfService, locked } = screen;
  if (outOfService.length === 0 && locked.length === 0) return null;
  return (
    <section className="attention" aria-labelledby="attention-title">
      <h2 id="attention-title">{t("clerk.home.attention")}</h2>
      <ul>
        {outOfService.map(({ compartmentNumber, reason, caseNumber }) => (
          <Matter
            key={compartmentNumber}
            what={t("clerk.home.outOfService", { door: compartmentNumber })}
            why={[
              t(isServiceReason(reason) ? `serviceReason.${reason}` : `caseKind.${reason}`),
              caseNumber === undefined ? undefined : formatCaseNumber(caseNumber),
            ]}
            // Looking into it is what brings a restored one back; no key does.
            act={reason === "restored" ? undefined : t("clerk.home.returnToService")}
            onAct={() => send({ kind: "returnToService", compartmentNumber })}
          />
        ))}
        {locked.map((ticket) => (
          <Matter
            key={ticket}
            what={t("clerk.home.locked", { ticket: formatTicket(ticket) })}
            why={[t("clerk.home.lockedWhy")]}
            act={t("clerk.home.unlock")}
            onAct={() => send({ kind: "unlockCredential", ticket })}
          />
        ))}
      </ul>
    </section>
  );
}

function Matter(props: {
  readonly what: string;
  readonly why: readonly (string | undefined)[];
  readonly act: string | undefined;
  readonly onAct: () => void;
}) {
  return (
    <li className="attention-matter">
      <span>
        <span className="attention-what">{props.what}</span>
        <span className="attention-why">{props.why.filter((part) => part !== undefined).join(", ")}</span>
      </span>
      {props.act !== undefined && (
        <SecondaryKey on="page" label={props.act} spokenName={`${props.act}: ${props.what}`} onPress={props.onAct} />
      )}
    </li>
  );
}
