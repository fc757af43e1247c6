import { createHash } from "node:crypto";
import type { Derive } from "#controller/credentials/slowHash.ts";

/** Stands in for the slow hash, which works on another thread: in a simulation nobody guesses. */
export const quickHash: Derive = async (secret, salt) =>
  createHash("sha256").update(salt).update(secret.normalize("NFC")).digest();
