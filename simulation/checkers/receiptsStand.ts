import { hash } from "node:crypto";
import type { Id } from "#core/domain/ids.ts";
import type { Evidence, Observation, RunChecker } from "../contract/observation.ts";

/** Letters of the base32 in which a receipt's code is written (RFC 4648). */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** `HS1`, then 2 bytes of key id, 16 random bytes and a signature of 64 bytes in base32. */
const RECEIPT = /^HS1([A-Z2-7]{132})$/;

/**
 * I6: every receipt that came out of the printer belongs to a deposit that was durable before, and the kiosk knows that
 * deposit in each later life, until its retention ends.
 */
export class ReceiptsStand implements RunChecker {
  readonly name = "I6";
  readonly #deposits = new Map<string, Id>();
  /** Deposits whose receipt somebody may hold, with the hash of its code. */
  readonly #issued = new Map<Id, string>();

  take(observation: Observation, evidence: Evidence): string | undefined {
    if (observation.kind === "event" && observation.event.type === "dossierDeposited") {
      const { tokenHash, dossierId } = observation.event.payload;
      this.#deposits.set(tokenHash, dossierId);
    }
    // From then on nobody can tell whose receipt it is: that is what the end of retention means.
    if (observation.kind === "event" && observation.event.type === "retentionEnded")
      this.#issued.delete(observation.event.payload.dossierId);
    if (observation.kind === "paper") return this.#paper(observation.codes);
    return observation.kind === "started" ? this.#lost(evidence) : undefined;
  }

  atEnd(evidence: Evidence): string | undefined {
    return this.#lost(evidence);
  }

  #paper(codes: readonly string[]): string | undefined {
    for (const code of codes) {
      const tokenHash = tokenHashOf(code);
      if (tokenHash === undefined) continue;
      const dossierId = this.#deposits.get(tokenHash);
      if (dossierId === undefined) return "A receipt came out of the printer for which no deposit was durable.";
      this.#issued.set(dossierId, tokenHash);
    }
    return undefined;
  }

  #lost(evidence: Evidence): string | undefined {
    const register = evidence.register();
    if (register === undefined) return undefined;
    for (const [dossierId, tokenHash] of this.#issued) {
      const known = register.get("dossier", dossierId);
      if (known === undefined) return `A receipt was issued for dossier ${dossierId}, which the kiosk no longer knows.`;
      if (known.tokenHash !== tokenHash) return `The receipt of dossier ${dossierId} is no longer the kiosk's.`;
    }
    return undefined;
  }
}

/** SHA-256 of the random part, as the log keeps it; undefined for any other code. Written apart from the kiosk's own. */
export function tokenHashOf(code: string): string | undefined {
  const letters = RECEIPT.exec(code)?.[1];
  if (letters === undefined) return undefined;
  const bits = [...letters].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(bits.slice((2 + at) * 8, (3 + at) * 8), 2));
  return hash("sha256", bytes, "hex");
}
