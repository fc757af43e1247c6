/** What was measured of the running controller; times in milliseconds. */
export interface HealthFacts {
  /** By how much the last check came too late: for so long the event loop did nothing else. */
  readonly loopLagMs: number;
  /** For each wire, the time since its bus last wrote to the device or tried to open it. */
  readonly wires: readonly { readonly name: string; readonly idleMs: number }[];
  /** Since the disk of the log last took a byte for good. */
  readonly logUnwrittenMs: number;
  /** Why the last attempt failed; absent while it succeeds or is still under way. */
  readonly logFault?: string | undefined;
}

export interface HealthLimits {
  readonly loopLagMs: number;
  readonly wireIdleMs: number;
  readonly logUnwrittenMs: number;
}

/**
 * A bus polls every second, and looks for a lost device every few seconds; a minute without either is a defect of the
 * program. A disk that works takes a byte in far less than half a minute.
 */
export const HEALTH_LIMITS: HealthLimits = { loopLagMs: 10_000, wireIdleMs: 60_000, logUnwrittenMs: 60_000 };

/** What a disk says that is full, read-only or broken: it answers, and would answer a new process the same. */
const LASTING_FAULTS: readonly string[] = ["ENOSPC", "EDQUOT", "EROFS", "EIO"];

/** What the service manager shows of a disk that takes nothing and says why; undefined while it takes bytes. */
export function diskNote({ logUnwrittenMs, logFault }: HealthFacts, limits = HEALTH_LIMITS): string | undefined {
  if (logUnwrittenMs <= limits.logUnwrittenMs || logFault === undefined) return undefined;
  return `The disk of the log has taken nothing for ${seconds(logUnwrittenMs)} seconds (${logFault}).`;
}

/**
 * What is wrong with the controller itself, a sentence for each; empty when it is well. A board, a printer or a network
 * that is away is no reason, nor is a disk that is full or read-only: starting the program again would not bring it back,
 * and would never end.
 */
export function healthReasons(facts: HealthFacts, limits: HealthLimits = HEALTH_LIMITS): readonly string[] {
  const reasons: string[] = [];
  if (facts.loopLagMs > limits.loopLagMs)
    reasons.push(`The event loop stood still for ${seconds(facts.loopLagMs)} seconds.`);
  for (const { name, idleMs } of facts.wires) {
    if (idleMs > limits.wireIdleMs)
      reasons.push(`Nobody has spoken to the wire ${name} for ${seconds(idleMs)} seconds.`);
  }
  const isLasting = facts.logFault !== undefined && LASTING_FAULTS.includes(facts.logFault);
  if (facts.logUnwrittenMs > limits.logUnwrittenMs && !isLasting) {
    const why = facts.logFault === undefined ? "" : ` (${facts.logFault})`;
    reasons.push(`The disk of the log has taken nothing for ${seconds(facts.logUnwrittenMs)} seconds${why}.`);
  }
  return reasons;
}

function seconds(ms: number): number {
  return Math.round(ms / 1_000);
}
