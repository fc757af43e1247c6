import { isDeepStrictEqual } from "node:util";
import type { DeviceChange, DeviceReport } from "#core/interfaces/deviceReport.ts";
import type { Logger } from "../logger.ts";

/** Makes the reports of one kind of device; the hub asks whenever something may have changed. */
export type ReportSource = () => readonly DeviceReport[];

/** All devices with their reports. Whatever changed is logged and told: only the properties that did. */
export class DeviceHub {
  readonly #sources: readonly ReportSource[];
  readonly #logger: Pick<Logger, "info">;
  readonly #listeners = new Set<(change: DeviceChange) => void>();
  #known = new Map<string, DeviceReport>();

  constructor(sources: readonly ReportSource[], logger: Pick<Logger, "info">) {
    this.#sources = sources;
    this.#logger = logger;
  }

  reports(): readonly DeviceReport[] {
    return [...this.#known.values()];
  }

  onChange(listener: (change: DeviceChange) => void): void {
    this.#listeners.add(listener);
  }

  /** Asks all sources and tells what is different from before. */
  refresh(): void {
    const before = this.#known;
    const now = this.#sources.flatMap((source) => source());
    const isSameAsBefore = now.length === before.size && now.every((report) => isKnown(before, report));
    if (isSameAsBefore) return;
    this.#known = new Map(now.map((report) => [report.deviceId, report]));
    for (const report of now) {
      const change = changeOf(before.get(report.deviceId), report);
      if (change === undefined) continue;
      this.#logger.info({ ...change }, "A device changed.");
      for (const listener of this.#listeners) listener(change);
    }
  }
}

/** What differs, or undefined where nothing does. Capabilities do not change while the program runs. */
export function changeOf(before: DeviceReport | undefined, now: DeviceReport): DeviceChange | undefined {
  const { deviceId, state, error } = now;
  if (before !== undefined && isSame(before, now)) return undefined;
  const properties = Object.fromEntries(
    Object.entries(now.properties).filter(([name, value]) => before?.properties[name] !== value),
  );
  const change: DeviceChange = {
    deviceId,
    ...(before?.state === state ? {} : { state }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(isDeepStrictEqual(before?.error, error) ? {} : { error: error ?? null }),
  };
  return Object.keys(change).length === 1 ? undefined : change;
}

function isKnown(known: ReadonlyMap<string, DeviceReport>, report: DeviceReport): boolean {
  const before = known.get(report.deviceId);
  return before !== undefined && isSame(before, report);
}

/** The common case, found without making anything: the hub looks at every device every few seconds. */
function isSame(before: DeviceReport, now: DeviceReport): boolean {
  if (before.state !== now.state || before.error?.code !== now.error?.code) return false;
  for (const name in now.properties) if (before.properties[name] !== now.properties[name]) return false;
  return before.error === now.error || isDeepStrictEqual(before.error, now.error);
}
