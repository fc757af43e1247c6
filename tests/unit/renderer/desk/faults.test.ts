import { expect, test } from "vitest";
import { faultsOf } from "#renderer/desk/faults.ts";
import { deskState } from "#renderer/fixtures/desk.ts";

test("faults of a door wait until a door is chosen", () => {
  const waiting = faultsOf(deskState, undefined).filter((fault) => fault.command === undefined);
  expect(waiting.map((fault) => fault.name)).toEqual(["jam", "sensorLies"]);
});

test("a fault that is on is switched off by its own command", () => {
  const network = faultsOf(deskState, undefined).find((fault) => fault.name === "networkCut");
  expect(network).toMatchObject({ isOn: true, command: { kind: "networkCut", isOn: false } });
});

test("the fault of a door is about the chosen door alone", () => {
  const jam = faultsOf(deskState, 12).find((fault) => fault.name === "jam");
  expect(jam).toMatchObject({ isOn: true, command: { kind: "jam", compartmentNumber: 12, isOn: false } });
  const other = faultsOf(deskState, 13).find((fault) => fault.name === "jam");
  expect(other).toMatchObject({ isOn: false, command: { kind: "jam", compartmentNumber: 13, isOn: true } });
});

test("every fault has a key of its own", () => {
  const keys = faultsOf(deskState, 1).map((fault) => fault.key);
  expect(new Set(keys).size).toBe(keys.length);
});
