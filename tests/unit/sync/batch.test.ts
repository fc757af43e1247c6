import { expect, test } from "vitest";
import { fitBatch } from "#sync/batch.ts";
import { KioskLog } from "../../support/kioskLog.ts";

test("a batch ends before the limit, in order", () => {
  const log = new KioskLog().fill(10);
  const fitting = fitBatch(log.events, 2_000);
  expect(fitting.length).toBeGreaterThan(1);
  expect(fitting).toEqual(log.events.slice(0, fitting.length));
  expect(fitting.length).toBeLessThan(10);
});

test("an event above the limit goes alone rather than never", () => {
  const log = new KioskLog();
  log.append("noise", "x".repeat(60_000));
  log.fill(1);
  expect(fitBatch(log.events, 1_000)).toEqual([log.events[0]]);
  expect(fitBatch([], 1_000)).toEqual([]);
});
