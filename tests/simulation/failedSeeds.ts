/** A run that once broke a promise: its seed, its days, and what was wrong. */
export interface FailedSeed {
  readonly seed: number;
  readonly days: number;
  /** Which faults may be drawn. Default: all. */
  readonly faultNames?: readonly string[];
  /** Default: swarm. */
  readonly mix?: "swarm" | "field";
  /** Of what the seed draws only these happenings, numbered from 0. Default: all. */
  readonly only?: readonly number[];
  readonly why: string;
}

/** They stay: what broke once is tried again each time. */
export const failedSeeds: readonly FailedSeed[] = [
  {
    seed: 105_987_648,
    days: 1,
    why: "what a person did after the screen had come back was taken for the kiosk's answer",
  },
  { seed: 101, days: 1, why: "a power cut that waited for its moment came after everything was mended" },
  {
    seed: 7,
    days: 8,
    mix: "field",
    why: "a technician alone opened a door behind which a bag had been said to be stuck",
  },
];
