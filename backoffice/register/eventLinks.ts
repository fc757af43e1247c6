/** What an event speaks of, read by field name alone, so that it also works for types that are not known here. */
export interface EventLinks {
  readonly dossierId: string | null;
  readonly visitId: string | null;
  /** A door request or a print job: ties an outcome to what asked for it. */
  readonly requestId: string | null;
}

const NO_LINKS: EventLinks = { dossierId: null, visitId: null, requestId: null };

/** Links of an event's payload text; none where it is not a JSON object. */
export function eventLinks(payload: string): EventLinks {
  const fields = readObject(payload);
  if (!fields) return NO_LINKS;
  return {
    dossierId: text(fields.dossierId),
    visitId: text(fields.visitId),
    requestId: text(fields.requestId) ?? text(fields.printJobId),
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.length <= 64 ? value : null;
}

function readObject(payload: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
