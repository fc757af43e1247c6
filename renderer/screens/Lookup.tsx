import { useTranslation } from "react-i18next";
import { CodeOrDigits } from "../parts/CodeOrDigits.tsx";
import type { ScreenProps } from "./screenProps.ts";

const TICKET_DIGITS = 10;

/** Anybody with a receipt may ask where the dossier is. */
export function Lookup(page: ScreenProps<"lookup">) {
  const { t } = useTranslation();
  return (
    <CodeOrDigits
      page={page}
      problem={page.screen.problem}
      length={TICKET_DIGITS}
      onDigits={(ticket) => page.send({ kind: "enterTicket", ticket })}
      words={{
        title: t("lookup.title"),
        lead: t("lookup.lead"),
        typeKey: t("lookup.typeKey"),
        scanKey: t("lookup.scanKey"),
        typeTitle: t("lookup.typeTitle"),
        typeLead: t("lookup.typeLead"),
        confirm: t("lookup.search"),
        missing: t("problem.ticketWrong"),
      }}
    />
  );
}
