import type { StoredEvent } from "#core/events/event.ts";
import type { FoundDisk } from "./foundDisk.ts";
import type { Outside } from "./outside.ts";

/** What a log says about the world outside, up to each event. */
export interface LogFacts {
  /** Sequence numbers of opening requests, by compartment. */
  readonly requests: ReadonlyMap<number, readonly number[]>;
  /** For each paper in order: the event that asked for it, and for a receipt the deposit that it is about. */
  readonly papers: readonly { readonly askedBy: number; readonly deposit: number | undefined }[];
}

export function logFacts(log: readonly StoredEvent[]): LogFacts {
  const requests = new Map<number, number[]>();
  const papers: { askedBy: number; deposit: number | undefined }[] = [];
  const deposits = new Map<string, number>();
  for (const { seq, type, payload } of log) {
    const { compartmentNumber, dossierId, document } = JSON.parse(payload);
    if (type === "compartmentOpenRequested")
      requests.set(compartmentNumber, [...(requests.get(compartmentNumber) ?? []), seq]);
    if (type === "dossierDeposited") deposits.set(dossierId, seq);
    if (type === "printRequested")
      papers.push({ askedBy: seq, deposit: document === "receipt" ? deposits.get(dossierId) : undefined });
  }
  return { requests, papers };
}

/** In what a disk and the world outside contradict each other; each sentence begins with the invariant. */
export function outsideFaults(found: FoundDisk, outside: Outside, facts: LogFacts): string[] {
  const { isOpen, lastSeq } = found;
  if (!isOpen) return [];
  const faults: string[] = [];
  if (lastSeq < outside.committedUpTo)
    faults.push(`Lost: event ${outside.committedUpTo} was committed, the log ends at ${lastSeq}.`);
  for (const [compartmentNumber, pulses] of Object.entries(outside.pulses)) {
    const requested = facts.requests.get(Number(compartmentNumber))?.filter((seq) => seq <= lastSeq).length ?? 0;
    if (pulses > requested)
      faults.push(`I1: ${pulses} pulses went to compartment ${compartmentNumber}, ${requested} requests are durable.`);
  }
  for (const [index, paper] of facts.papers.slice(0, outside.papers).entries()) {
    if (paper.askedBy > lastSeq) faults.push(`I6: paper ${index + 1} is out, its request is not durable.`);
    if ((paper.deposit ?? 0) > lastSeq) faults.push(`I6: receipt ${index + 1} is out, its deposit is not durable.`);
  }
  if (outside.papers > facts.papers.length) faults.push("I6: a paper came out that nobody ever asked for.");
  if (outside.officeUpTo > lastSeq)
    faults.push(`I7: the back office has event ${outside.officeUpTo}, the kiosk's log ends at ${lastSeq}.`);
  if (found.acknowledgedUpTo > outside.officeUpTo)
    faults.push(`I7: the kiosk believes that event ${found.acknowledgedUpTo} arrived, ${outside.officeUpTo} did.`);
  return [...faults, ...keyFaults(found, outside)];
}

function keyFaults({ unreadable }: FoundDisk, { destroyed }: Outside): string[] {
  const faults = [...unreadable]
    .filter((dossierId) => destroyed[dossierId] === undefined)
    .map((dossierId) => `Key: the personal data of dossier ${dossierId} cannot be read any more.`);
  for (const [dossierId, isGone] of Object.entries(destroyed))
    if (isGone && !unreadable.has(dossierId)) faults.push(`Key: dossier ${dossierId} can be read after its key's end.`);
  return faults;
}
