import type { LongFunction } from "./rules/sizes.ts";

/** Functions that may have 51 to 70 lines, each with the reason why it stays whole. */
export const LONG_FUNCTIONS: readonly LongFunction[] = [];
