import { expect, it } from "vitest";
import { isWarningDue, TECHNICIAN_ASKED_MS } from "#renderer/frame/warningDue.ts";

it("asks a technician for a sign of life in the last minute only, and anybody else as soon as an end is named", () => {
  expect(isWarningDue("technician", 720_000)).toBe(false);
  expect(isWarningDue("technician", TECHNICIAN_ASKED_MS)).toBe(true);
  expect(isWarningDue("papers", 720_000)).toBe(true);
});
