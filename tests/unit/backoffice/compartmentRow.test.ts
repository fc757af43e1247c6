import { expect, test } from "vitest";
import { type CompartmentRow, projectCompartment } from "#backoffice/register/compartmentRow.ts";
import { readEvent } from "#core/events/event.ts";
import { idOf, KioskLog } from "#tests/support/kioskLog.ts";

const requestId = idOf("request");
const row: CompartmentRow = {
  kioskNumber: 1,
  compartmentNumber: 5,
  heightMm: 100,
  contents: "empty",
  isInService: true,
};

function after(before: CompartmentRow, type: string, payload: object): CompartmentRow | undefined {
  const read = readEvent(new KioskLog().append(type, { compartmentNumber: 5, ...payload }));
  if (!read.ok) throw new Error(read.error);
  return projectCompartment(before, read.value, 1);
}

test.each([
  ["compartmentOpened", { requestId, wasOpenAlready: false }],
  ["compartmentOpenFailed", { requestId, outcome: "unresolved" }],
  ["doorForced", { caseNumber: 1 }],
  ["compartmentTakenOutOfService", { reason: "doorLeftOpen", caseNumber: 1 }],
])("after %s the back office no longer counts a compartment as empty, as the kiosk does not", (type, payload) => {
  expect(after(row, type, payload)).toMatchObject({ contents: "unknown" });
  expect(after({ ...row, contents: "result" }, type, payload)).toMatchObject({ contents: "result" });
});

test("a door that stayed shut leaves a compartment known to be empty", () => {
  expect(after(row, "compartmentOpenFailed", { requestId, outcome: "jammed" })).toEqual(row);
  const dirty = { reason: "dirty", staffId: "KT-01" };
  expect(after(row, "compartmentTakenOutOfService", dirty)).toEqual({ ...row, isInService: false });
});
