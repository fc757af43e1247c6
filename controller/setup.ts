import type { ProcedureView, Setup } from "#core/contract/channel.ts";
import type { WorkingCalendar } from "#core/domain/calendar.ts";
import { provisionalDueDate } from "#core/domain/dueDate.ts";
import { type Catalogue, type Procedure, procedureById } from "#core/domain/procedure.ts";
import { countsAsReceived } from "#core/domain/reception.ts";
import type { DepositTimes } from "#core/events/eventParts.ts";
import type { LoadedConfig } from "./config/loadConfig.ts";

/** What the page learns once: office, cabinet, catalogue. */
export function makeSetup({ config, catalogue }: Pick<LoadedConfig, "config" | "catalogue">): Setup {
  const { kioskNumber, cabinet, screen, notices, consentVersion } = config;
  const { timeZone, ...office } = config.office;
  const views = catalogue.procedures.map(procedureView);
  return { kioskNumber, office, cabinet, screen, catalogue: views, notices, timeZone, consentVersion };
}

function procedureView(procedure: Procedure): ProcedureView {
  const { id, code, name, field, period, fee, papers, intake } = procedure;
  return {
    procedureId: id,
    ...(code === null ? {} : { code }),
    name,
    field,
    ...(period.kind === "notStated" ? {} : { period }),
    // A fee by the page is not known before an officer has counted them: none is shown.
    ...(fee === null || (fee.kind === "amount" && fee.per === "page")
      ? {}
      : { feeVnd: fee.kind === "free" ? 0 : fee.amountVnd }),
    papers: papers.map((paper) => ({ paperId: paper.id, name: paper.name, suggested: paper.suggested })),
    isOffered: intake.suits,
    ...(intake.suits ? {} : { whereToGo: intake.whereToGo.words }),
    ...(procedure.deadlines === undefined ? {} : { deadlines: procedure.deadlines }),
  };
}

/** The two clocks of a deposit; what the calendar or the catalogue does not know stays away. */
export function depositTimes(
  rules: { readonly catalogue: Catalogue; readonly calendar: WorkingCalendar },
  procedureId: string,
  { droppedAtMs }: { readonly droppedAtMs: number },
): DepositTimes {
  const received = countsAsReceived(rules.calendar, droppedAtMs);
  if (!received.ok) return { droppedAtMs };
  const reception = { countsAsReceivedAtMs: received.value.atMs, receivedRule: received.value.rule };
  const period = procedureById(rules.catalogue, procedureId)?.period ?? { kind: "notStated" };
  const due = provisionalDueDate(rules.calendar, received.value.atMs, period);
  if (!due.ok || due.value === undefined) return { droppedAtMs, ...reception };
  return { droppedAtMs, ...reception, dueDate: due.value.date, dueRule: due.value.rule };
}

/** When the counter opens next; undefined while it is open, or where the calendar has no data. */
export function counterOpensAtMs(calendar: WorkingCalendar, nowMs: number): number | undefined {
  const received = countsAsReceived(calendar, nowMs);
  return received.ok && received.value.rule.kind !== "withinHours" ? received.value.atMs : undefined;
}
