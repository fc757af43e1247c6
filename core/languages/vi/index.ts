import { clerk } from "./clerk.ts";
import { common } from "./common.ts";

/** Vietnamese, the master: the other languages have the same keys. */
export const vi = { ...common, ...clerk } as const;
export type Words = typeof vi;
