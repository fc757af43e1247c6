import { z } from "zod";
import type { DeskState } from "#core/contract/desk.ts";

const Answer = z
  .array(z.object({ queuedAtMs: z.number(), phone: z.string().max(20), text: z.string().max(2_000) }))
  .max(200);
const TIMEOUT_MS = 3_000;

/** Asks the desk's back office what arrived on the citizen's telephone. Newest last; empty when it cannot be asked. */
export async function readPhoneMessages(
  fetch: typeof globalThis.fetch,
  backOfficeUrl: string,
): Promise<DeskState["messages"]> {
  try {
    const response = await fetch(new URL("/desk/messages", backOfficeUrl), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const answer = Answer.safeParse(await response.json());
    if (!answer.success) return [];
    return answer.data
      .map(({ queuedAtMs, phone, text }) => ({ atMs: queuedAtMs, phone, text }))
      .sort((a, b) => a.atMs - b.atMs);
  } catch {
    // Cut off or not started: exactly what a telephone without reception shows.
    return [];
  }
}
