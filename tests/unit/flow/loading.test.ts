import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import {
  deposit,
  emptyAll,
  givePin,
  load,
  makeCode,
  PICKUP_CODE,
  signIn,
  withResult,
} from "#tests/support/flowMoves.ts";
import { CITIZEN_PHONE } from "#tests/support/flowWorld.ts";

const OFFICIAL = "H29.1-261114-0001";

/** A dossier was taken over; the clerk stands at the list. */
function takenOver() {
  const kiosk = new FlowKiosk();
  const deposited = deposit(kiosk, { bagLabel: "TUI-0001" });
  signIn(kiosk);
  emptyAll(kiosk);
  return { kiosk, ...deposited };
}

describe("loading a result", () => {
  it.each(["ticket", "token", "label", "officialCode"] as const)(
    "by its %s opens a free compartment by itself",
    (by) => {
      const { kiosk, dossierId, ticket, token } = takenOver();
      kiosk.append({ type: "officialCodeAssigned", payload: { dossierId, officialCode: OFFICIAL } });
      const compartmentNumber = load(kiosk, { ticket, token, label: "TUI-0001", officialCode: OFFICIAL }[by]);
      expect(kiosk.contentsOf(compartmentNumber)).toBe("result");
      expect(kiosk.screen).toMatchObject({ name: "loading", loaded: 1 });
    },
  );

  it("makes the pickup code and queues the message only when the door is shut", () => {
    const { kiosk, dossierId, ticket } = takenOver();
    kiosk.touch({ kind: "startLoading" });
    kiosk.scan(ticket);
    const compartmentNumber = kiosk.endUnlock("opened");
    kiosk.touch({ kind: "confirmLoaded" });
    const neighbour = compartmentNumber === 1 ? 2 : 1;
    kiosk.moveDoor(neighbour, "open");
    kiosk.moveDoor(neighbour, "closed");
    expect(kiosk.effects.some(({ kind }) => kind === "makePickupCode")).toBe(false);
    kiosk.moveDoor(compartmentNumber, "closed");
    expect(kiosk.effects.at(-1)).toEqual({ kind: "makePickupCode", dossierId });
    expect(kiosk.eventsOf("resultLoaded")).toEqual([]);
    makeCode(kiosk, dossierId);
    expect(kiosk.eventsOf("resultLoaded")).toHaveLength(1);
    expect(kiosk.eventsOf("messageQueued")[0]?.personal).toEqual({ phone: CITIZEN_PHONE, pickupCode: PICKUP_CODE });
  });

  it("of a dossier from the counter asks to whom it goes; without a phone there is no message", () => {
    const kiosk = kioskAt("recipient");
    kiosk.touch({ kind: "enterRecipient", secondValue: "1234", phone: "not a phone" });
    expect(kiosk.screen).toMatchObject({ name: "recipient", officialCode: OFFICIAL, problem: "phoneWrong" });
    kiosk.touch({ kind: "enterRecipient", secondValue: "1234", phone: "" });
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    makeCode(kiosk, kiosk.expectAt("loadingCode").dossierId);
    expect(kiosk.eventsOf("dossierAnnounced")[0]).toMatchObject({
      payload: { officialCode: OFFICIAL, source: "clerk", staffId: "CB-12" },
      personal: { secondValue: "1234" },
    });
    expect(kiosk.eventsOf("resultLoaded")).toHaveLength(1);
    expect(kiosk.eventsOf("messageQueued")).toEqual([]);
  });

  it("refuses what lies in the kiosk already and what was collected", () => {
    const kiosk = new FlowKiosk();
    const { ticket, dossierId, compartmentNumber } = withResult(kiosk);
    signIn(kiosk);
    kiosk.touch({ kind: "startLoading" });
    kiosk.scan(ticket);
    expect(kiosk.screen).toMatchObject({ problem: "resultAlreadyHere" });
    const { visitId } = kiosk.visit;
    const payload = { visitId, dossierId, compartmentNumber, isVerified: true, confirmedBy: "person" } as const;
    kiosk.append({ type: "resultCollected", payload });
    kiosk.scan(ticket);
    expect(kiosk.screen).toMatchObject({ problem: "resultNotExpected" });
  });

  it("says that the cabinet is full", () => {
    const kiosk = new FlowKiosk({ compartments: 1, unchecked: [1] });
    signIn(kiosk);
    kiosk.touch(
      { kind: "startLoading" },
      { kind: "enterResultCode", code: OFFICIAL },
      { kind: "enterRecipient", secondValue: "1234", phone: "" },
    );
    expect(kiosk.screen).toMatchObject({ name: "loading", problem: "cabinetFull" });
  });

  it("cancelled at the open door makes no code", () => {
    const kiosk = kioskAt("loadingOpen");
    kiosk.touch({ kind: "cancel" });
    kiosk.moveDoor(kiosk.lastUnlock.compartmentNumber, "closed");
    expect(kiosk.stepName).toBe("loading");
    expect(kiosk.eventsOf("resultLoaded")).toEqual([]);
  });

  it.each(["confirmLoaded", "cancel"] as const)("shut by a quick hand is decided by a touch (%s)", (kind) => {
    const kiosk = kioskAt("loadingOpening");
    const { requestId, compartmentNumber } = kiosk.lastUnlock;
    kiosk.give({ kind: "unlockEnded", requestId, compartmentNumber, outcome: "opened" });
    expect(kiosk.stepName).toBe("loadingOpen");
    kiosk.touch({ kind });
    expect(kiosk.stepName).toBe(kind === "cancel" ? "loading" : "loadingCode");
  });

  it("after a restart while the code was made has it made again", () => {
    const kiosk = kioskAt("loadingCode");
    const { dossierId } = kiosk.expectAt("loadingCode");
    kiosk.restart();
    givePin(kiosk);
    expect(kiosk.effects.filter(({ kind }) => kind === "makePickupCode")).toHaveLength(2);
    makeCode(kiosk, dossierId);
    makeCode(kiosk, dossierId);
    expect(kiosk.eventsOf("resultLoaded")).toHaveLength(1);
  });
});
