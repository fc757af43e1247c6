import type { Clock } from "#core/interfaces/clock.ts";
import type { EventLog } from "#core/interfaces/eventLog.ts";
import type { RetentionStore } from "#db/retentionStore.ts";
import type { KioskKeys } from "../keys/openKeys.ts";
import type { Logger } from "../logger.ts";
import { ripeDossiers } from "./ripeDossiers.ts";

export interface RetentionParts {
  readonly log: Pick<EventLog, "append" | "register" | "eventsAfter">;
  readonly store: RetentionStore;
  readonly keys: Pick<KioskKeys, "destroyDossierKeys">;
  readonly clock: Clock;
  /** Only on confirmed time is anything destroyed. */
  readonly isTimeConfirmed: () => boolean;
  readonly retentionDays: number;
  /** Events were appended: what is drawn from the register may have changed, and the back office should hear. */
  readonly onEnded: () => void;
  readonly logger: Pick<Logger, "info" | "warn">;
}

const DAY_MS = 86_400_000;
const CHECK_EVERY_MS = 3_600_000;

/**
 * Ends the retention of personal data: some days after a dossier left the kiosk the end is written into the log, then
 * the dossier's key is destroyed. Checked at once and then hourly; what a disk refuses is tried again with the next check.
 */
export function startRetention(parts: RetentionParts): { stop(): void } {
  const { clock, logger } = parts;
  let cancel: () => void = () => {};
  const check = (): void => {
    cancel = clock.after(CHECK_EVERY_MS, check);
    try {
      endRetention(parts);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      logger.warn({ why }, "The end of retention could not be carried out; it is tried again in an hour.");
    }
  };
  check();
  return { stop: () => cancel() };
}

/** One check. Throws where log or key folder refuse; what was begun is finished by the next check. */
export function endRetention(parts: RetentionParts): void {
  const { log, store, clock, retentionDays } = parts;
  // The log says that they ended: a power cut came before their keys were destroyed. No clock is asked for that.
  destroyKeys(parts, store.endedKeys());
  if (!parts.isTimeConfirmed()) return;
  const nowMs = clock.wallMs();
  const retentionMs = retentionDays * DAY_MS;
  const ripe = ripeDossiers({ register: log.register, log, liveKeys: store.liveKeys(), nowMs, retentionMs });
  if (ripe.length === 0) return;
  log.append({
    drafts: ripe.map((payload) => ({ type: "retentionEnded", payload })),
    atMs: nowMs,
    isTimeTrusted: true,
  });
  parts.onEnded();
  destroyKeys(
    parts,
    ripe.map(({ dossierId }) => dossierId),
  );
}

function destroyKeys({ keys, store, logger }: RetentionParts, dossierIds: readonly string[]): void {
  if (dossierIds.length === 0) return;
  keys.destroyDossierKeys(dossierIds);
  store.forgetKeys(dossierIds);
  logger.info({ count: dossierIds.length }, "Retention ended: the keys of these dossiers were destroyed.");
}
