import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, enterMode, withResult } from "#tests/support/flowMoves.ts";

/** A technician outside the machine asks for a door; true where an unlock left. */
function opens(kiosk: FlowKiosk, compartmentNumber: number, pulse = 1): boolean {
  const { unlocks } = kiosk;
  kiosk.give({ kind: "maintenanceOpening", compartmentNumber, staffId: "KT-3", pulse });
  return kiosk.unlocks > unlocks;
}

describe("a door asked for from outside the machine", () => {
  it("opens where the machine is idle and nothing can lie behind it", () => {
    const kiosk = new FlowKiosk();
    expect(opens(kiosk, 2)).toBe(true);
    expect(kiosk.eventsOf("compartmentOpenRequested").at(-1)?.payload).toMatchObject({
      compartmentNumber: 2,
      reason: "maintenance",
      staffId: "KT-3",
    });
  });

  it("stays shut with a dossier behind it, handed in or to be collected: that takes a second person on the spot", () => {
    const withDeposit = new FlowKiosk();
    expect(opens(withDeposit, deposit(withDeposit).compartmentNumber)).toBe(false);
    const kiosk = new FlowKiosk();
    const { dossierId } = withResult(kiosk);
    const place = kiosk.log.register.get("dossier", dossierId)?.place;
    expect(place).toMatchObject({ kind: "compartment" });
    expect(place?.kind === "compartment" && opens(kiosk, place.compartmentNumber)).toBe(false);
  });

  it("stays shut while somebody is served, in technician mode, and for a compartment that nobody knows", () => {
    expect(opens(kioskAt("papers"), 2)).toBe(false);
    const inMode = new FlowKiosk();
    enterMode(inMode);
    expect(opens(inMode, 2)).toBe(false);
    expect(opens(new FlowKiosk(), 99)).toBe(false);
  });

  it("is not asked for a second time before the first outcome is known", () => {
    const kiosk = new FlowKiosk();
    expect(opens(kiosk, 2)).toBe(true);
    expect(opens(kiosk, 2, 2)).toBe(false);
  });
});
