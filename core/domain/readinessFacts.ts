/** One line of the readiness report: facts, no words. No personal data. */
export interface ReadinessLine {
  /** A device's id such as `lockBoard:A`, or `compartments`, `disk`, `clock`, `queue`, `alarms`. */
  readonly subject: string;
  readonly state: "ok" | "bad" | "unknown" | "notSupported";
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** What staff do about it, after XFS4IoT's words. */
  readonly action?: string | undefined;
}
