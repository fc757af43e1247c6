import { describe, expect, it } from "vitest";
import type { DraftEvent, KioskEvent } from "#core/events/event.ts";
import { RegisterLayer } from "#core/register/register.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, walkToOpenResult, withResult } from "#tests/support/flowMoves.ts";
import { CITIZEN_NAME, idOf } from "#tests/support/flowWorld.ts";
import { breachesOf, leakBreaches, placeBreaches } from "#tests/support/invariants.ts";

/** The log of a whole life: handed in, emptied, loaded, collected. */
function wholeLife(): readonly KioskEvent[] {
  const kiosk = new FlowKiosk();
  kiosk.moveDoor(walkToOpenResult(kiosk, withResult(kiosk)), "closed");
  kiosk.touch({ kind: "confirmTaken" });
  return kiosk.log.events;
}

const without = (type: KioskEvent["type"]) => breachesOf(wholeLife().filter((event) => event.type !== type));
const request = (fields: object) => ({
  type: "compartmentOpenRequested",
  payload: { requestId: idOf(JSON.stringify(fields)), visitId: idOf("v"), pulse: 1, useByMs: 5000, ...fields },
});
/** The good life, then this. */
const andThen = (...events: readonly object[]) => breachesOf([...wholeLife(), ...(events as KioskEvent[])]);

describe("the checkers of the invariants", () => {
  it("find nothing in a good log", () => {
    expect(breachesOf(wholeLife())).toEqual([]);
  });

  it.each([
    ["compartmentOpenRequested", "I1/I9"],
    ["compartmentSeenEmpty", "I2"],
    ["exchangeOpened", "I3"],
    ["dossierTakenOver", "I4"],
    ["compartmentClosed", "I5"],
    ["dossierDeposited", "I6"],
  ] as const)("miss %s: %s is broken", (type, invariant) => {
    expect(without(type).some((breach) => breach.startsWith(invariant))).toBe(true);
  });

  it("find a second outcome, a pulse out of turn and a request id used twice", () => {
    const asked = request({ compartmentNumber: 2, reason: "deposit" });
    const failed = { type: "compartmentOpenFailed", payload: { ...asked.payload, outcome: "noReply" } };
    expect(andThen(asked, failed, failed)).toEqual([expect.stringContaining("a second outcome")]);
    expect(andThen(asked, failed, asked)).toEqual([expect.stringContaining("used twice")]);
    const second = request({ compartmentNumber: 2, reason: "deposit", pulse: 2 });
    expect(andThen(asked, failed, second)).toEqual([expect.stringContaining("does not follow a jam")]);
  });

  it("find an intake into a compartment that a door left in doubt", () => {
    const forced = { type: "doorForced", payload: { compartmentNumber: 2, caseNumber: 1 } };
    expect(andThen(forced, request({ compartmentNumber: 2, reason: "deposit" }))).toEqual([
      expect.stringContaining("not known empty"),
    ]);
  });

  it("find a dossier's door opened for somebody else's business", () => {
    const kiosk = new FlowKiosk();
    const { compartmentNumber } = deposit(kiosk);
    const asked = request({ compartmentNumber, reason: "inspection", staffId: "CB-12" });
    const breaches = breachesOf([...kiosk.log.events, asked as KioskEvent]);
    expect(breaches).toEqual([expect.stringContaining("outside an exchange")]);
    const taken = request({ compartmentNumber, reason: "collection", dossierId: idOf("another") });
    expect(breachesOf([...kiosk.log.events, taken as KioskEvent])[0]).toContain("while it holds a deposit");
  });

  it("find places that do not agree and personal words", () => {
    const kiosk = new FlowKiosk();
    const { dossierId, compartmentNumber } = deposit(kiosk);
    const layer = new RegisterLayer(kiosk.log.register);
    const compartment = layer.get("compartment", String(compartmentNumber));
    if (compartment) layer.set("compartment", { ...compartment, contents: { kind: "empty" } });
    expect(placeBreaches(layer)).toHaveLength(1);
    const leak: DraftEvent = { type: "officialCodeAssigned", payload: { dossierId, officialCode: CITIZEN_NAME } };
    expect(leakBreaches([leak], [CITIZEN_NAME])).toHaveLength(1);
  });
});
