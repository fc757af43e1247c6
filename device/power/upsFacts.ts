import type { PowerStatus } from "#core/interfaces/power.ts";

/** What a UPS said; a variable that it does not have, or whose text is no number, is absent. */
export interface UpsFacts {
  /** The words of `ups.status`, such as OL and CHRG; words that nobody here knows are kept and mean nothing. */
  readonly tokens: ReadonlySet<string>;
  /** `battery.charge`, percent. */
  readonly chargePercent?: number | undefined;
  /** `battery.runtime`, seconds. */
  readonly runtimeSeconds?: number | undefined;
}

/** Nobody can tell now: no daemon, no driver, old data. Never a power failure. */
export const POWER_UNKNOWN: PowerStatus = { source: "unknown", battery: "unknown", isShuttingDown: false };

/** Reads the three variables as texts. */
export function upsFacts(status: string, charge: string | undefined, runtime: string | undefined): UpsFacts {
  const chargePercent = numberIn(charge, 100);
  const runtimeSeconds = numberIn(runtime, Number.MAX_SAFE_INTEGER);
  return {
    tokens: new Set(status.split(/\s+/).filter((token) => token !== "")),
    ...(chargePercent !== undefined && { chargePercent }),
    ...(runtimeSeconds !== undefined && { runtimeSeconds }),
  };
}

/**
 * The words of NUT (`docs/new-drivers.txt`) as XFS4IoT's. Whoever says both OB and OL is on battery, the worse of the two.
 * `low` is LB; `critical` is a supply that has announced its end (FSD), or LB on battery.
 */
export function powerStatus({ tokens, chargePercent, runtimeSeconds }: UpsFacts): PowerStatus {
  const source = tokens.has("OB") ? "battery" : tokens.has("OL") || tokens.has("BYPASS") ? "mains" : "unknown";
  const isShuttingDown = tokens.has("FSD");
  return {
    source,
    battery: batteryOf(tokens, chargePercent, source),
    ...(chargePercent !== undefined && { chargePercent }),
    ...(runtimeSeconds !== undefined && { runtimeSeconds }),
    isShuttingDown,
  };
}

function batteryOf(
  tokens: ReadonlySet<string>,
  chargePercent: number | undefined,
  source: PowerStatus["source"],
): PowerStatus["battery"] {
  if (tokens.has("FSD")) return "critical";
  if (tokens.has("LB")) return source === "battery" ? "critical" : "low";
  if (tokens.has("HB") || chargePercent === 100) return "full";
  if (source === "unknown" && chargePercent === undefined) return "unknown";
  return "operational";
}

function numberIn(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(text)) return undefined;
  const value = Number(text);
  return value <= most ? value : undefined;
}
