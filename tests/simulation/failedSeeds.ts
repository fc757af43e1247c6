/** Runs that ever broke a promise, with what was wrong. They stay: what broke once is tried again each time. */
export const failedSeeds: readonly { readonly seed: number; readonly days: number; readonly why: string }[] = [
  { seed: 1, days: 1, why: "wall time with a fraction of a millisecond ended the program at the idle screen" },
];
