import { z } from "zod";
import { CaseNumber, Id } from "../domain/ids.ts";
import { StoreDamage, TimeTrust } from "./eventParts.ts";

/** Events about the log itself, its keys and its time. */
export const storePayloads = {
  /**
   * The person's data has served its purpose: written first, then the dossier's key is destroyed. At each start keys
   * of dossiers with this event are destroyed if they are still there.
   */
  retentionEnded: { version: 1, payload: z.strictObject({ dossierId: Id, leftAtMs: z.number().int() }) },
  /**
   * First event of a log that continues another in a restored database. What came after `previousSeq` there is not
   * known here: unless `isComplete`, nothing is known to be empty any more until staff looked.
   */
  logRestored: {
    version: 1,
    payload: z.strictObject({
      previousLogId: Id,
      previousSeq: z.number().int().min(0),
      previousHash: z.string().regex(/^[0-9a-f]{64}$/),
      source: z.enum(["salvage", "backup", "backOffice"]),
      isComplete: z.boolean(),
      caseNumber: CaseNumber,
    }),
  },
  /** The wall clock moved against the monotonic one, or became believable or unbelievable. */
  clockJudged: { version: 1, payload: z.strictObject({ steppedByMs: z.number().int(), trust: TimeTrust }) },
  storeDamaged: { version: 1, payload: z.strictObject({ damage: StoreDamage, caseNumber: CaseNumber }) },
  storeRepaired: { version: 1, payload: z.strictObject({ damage: StoreDamage }) },
} as const;
