import { describe, expect, it } from "vitest";
import { emptyView, troubledView, usualView } from "#renderer/fixtures/technicianView.ts";
import { isInTrouble, troublesOf } from "#renderer/screens/technician/troubles.ts";

describe("the numbers on the tabs", () => {
  it("count what needs somebody: doors, boards, devices, alarms, clock and network", () => {
    expect(troublesOf(usualView)).toEqual({ cabinet: 3, wires: 0, devices: 0, system: 0, commissioning: 0 });
    expect(troublesOf(troubledView)).toMatchObject({ wires: 4, devices: 3, system: 4 });
    expect(troublesOf(emptyView)).toMatchObject({ wires: 0, devices: 0 });
  });

  it("leave out devices that are busy, starting, silent about themselves or absent by design", () => {
    for (const state of ["online", "deviceBusy", "starting", "unknown", "notSupported"] as const) {
      expect(isInTrouble({ state }), state).toBe(false);
    }
    expect(isInTrouble({ state: "online", error: { code: "paperLow", action: "clear" } })).toBe(true);
    expect(isInTrouble({ state: "noDevice" })).toBe(true);
  });
});
