import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { approve, deposit, enterMode } from "#tests/support/flowMoves.ts";
import { CITIZEN_CARD, CLERK_CARD, clerk, TECHNICIAN_CARD, technician } from "#tests/support/flowWorld.ts";
import { breachesOf } from "#tests/support/invariants.ts";

/** A technician asked for the door of a deposit; the second person is awaited. */
function askedForDeposit(): { readonly kiosk: FlowKiosk; readonly compartmentNumber: number } {
  const kiosk = new FlowKiosk();
  const { compartmentNumber } = deposit(kiosk);
  enterMode(kiosk);
  kiosk.touch({ kind: "openDoor", compartmentNumber });
  return { kiosk, compartmentNumber };
}

describe("the second person", () => {
  it("opens an occupied compartment together with the technician, and is in the log", () => {
    const { kiosk, compartmentNumber } = askedForDeposit();
    expect(kiosk.screen).toMatchObject({ name: "secondPerson", ask: "card", compartmentNumber });
    approve(kiosk);
    expect(kiosk.eventsOf("compartmentOpenRequested").at(-1)?.payload).toMatchObject({
      compartmentNumber,
      reason: "maintenance",
      staffId: technician.staffId,
      approvedBy: clerk.staffId,
    });
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    expect(kiosk.screen).toMatchObject({ door: { asks: "isDossierInside" } });
    kiosk.touch({ kind: "confirmEmpty" }, { kind: "confirmBagInside" });
    expect(kiosk.stepName).toBe("technicianBench");
    expect(kiosk.contentsOf(compartmentNumber)).toBe("deposit");
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("is another one than the technician, and a member of staff", () => {
    const { kiosk } = askedForDeposit();
    kiosk.scan(TECHNICIAN_CARD);
    expect(kiosk.screen).toMatchObject({ ask: "card", problem: "samePerson" });
    kiosk.scan(CITIZEN_CARD);
    expect(kiosk.screen).toMatchObject({ ask: "card", problem: "staffOnly" });
    kiosk.scan(CLERK_CARD);
    expect(kiosk.screen).toMatchObject({ ask: "pin", secondName: clerk.name, triesLeft: 5 });
  });

  it("has wrong PINs counted like anybody else, and none taken after the fifth", () => {
    const { kiosk } = askedForDeposit();
    const { unlocks } = kiosk;
    kiosk.scan(CLERK_CARD);
    for (let left = 4; left >= 0; left -= 1) {
      kiosk.touch({ kind: "enterPin", pin: "0000" });
      kiosk.give({ kind: "pinChecked", staffId: clerk.staffId, isRight: false });
      expect(kiosk.screen).toMatchObject({ problem: "pinWrong", triesLeft: left });
    }
    kiosk.touch({ kind: "enterPin", pin: "2468" });
    expect(kiosk.screen).toMatchObject({ name: "secondPerson", problem: "staffOnly" });
    expect(kiosk.unlocks).toBe(unlocks);
  });

  it("approves one thing once", () => {
    const { kiosk, compartmentNumber } = askedForDeposit();
    approve(kiosk);
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    kiosk.touch({ kind: "confirmBagInside" }, { kind: "openDoor", compartmentNumber });
    expect(kiosk.screen).toMatchObject({ name: "secondPerson", ask: "card" });
  });

  it("is not waited for: the technician goes back, from the PIN to the card and from there to the screen", () => {
    const kiosk = kioskAt("secondPerson");
    kiosk.touch({ kind: "back" });
    expect(kiosk.screen).toMatchObject({ name: "secondPerson", ask: "card" });
    kiosk.touch({ kind: "back" });
    expect(kiosk.stepName).toBe("technicianBench");
  });

  it("hears of a dossier that is missing as a case for a clerk", () => {
    const { kiosk, compartmentNumber } = askedForDeposit();
    approve(kiosk);
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    kiosk.touch({ kind: "reportMissing" });
    expect(kiosk.eventsOf("caseOpened")).toMatchObject([{ payload: { kind: "dossierNotFound", compartmentNumber } }]);
    expect(kiosk.screen).toMatchObject({ door: { phase: "done", caseNumber: 1 } });
    expect(kiosk.contentsOf(compartmentNumber)).toBe("deposit");
  });
});
