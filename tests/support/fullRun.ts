/** True in `npm run test:full`: fresh seeds, longer runs. */
export const isFullRun = process.env.KIOSK_FULL === "1";

/** Minutes that a full run has, 20 where nobody said. */
export const fullRunMinutes = Number(process.env.KIOSK_MINUTES ?? 20);

/** How many runs a property gets: so many, ten times as many in a full run. */
export function propertyRuns(ordinary: number): number {
  return isFullRun ? ordinary * 10 : ordinary;
}

/** Time limit of a property's test, milliseconds. */
export const PROPERTY_TIMEOUT_MS = isFullRun ? 900_000 : 60_000;
