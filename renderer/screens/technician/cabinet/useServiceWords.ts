import { useTranslation } from "react-i18next";
import { CaseKind, ServiceReason } from "#core/events/eventParts.ts";

/** Why a compartment is out of service, in words for the middle of a line: what went wrong, or what a technician said. */
export function useServiceWords(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => {
    const service = ServiceReason.safeParse(reason);
    if (service.success) return inLine(t(`serviceReason.${service.data}`));
    const kind = CaseKind.safeParse(reason);
    return kind.success ? inLine(t(`caseKind.${kind.data}`)) : reason;
  };
}

function inLine(words: string): string {
  return `${words.charAt(0).toLocaleLowerCase("vi")}${words.slice(1)}`;
}
