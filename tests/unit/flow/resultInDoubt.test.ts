import { describe, expect, it } from "vitest";
import { openCases } from "#core/register/register.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { load, signIn, walkToOpenResult, withResult } from "#tests/support/flowMoves.ts";
import { breachesOf } from "#tests/support/invariants.ts";

describe("a result that may have been taken without a word", () => {
  it("looks after a result whose owner left the door open, and it is missing when it is gone", () => {
    const { kiosk, result } = leftOpen();
    expect(kiosk.screen).toMatchObject({ unchecked: [result.compartmentNumber] });
    kiosk.touch({ kind: "startInspection" });
    expect(kiosk.endUnlock("opened")).toBe(result.compartmentNumber);
    kiosk.touch({ kind: "confirmEmpty" });
    kiosk.moveDoor(result.compartmentNumber, "closed");
    expect(kiosk.screen).toMatchObject({ name: "clerkHome", unchecked: [], free: 4, results: 0 });
    expect(kiosk.log.register.get("dossier", result.dossierId)?.place).toEqual({ kind: "missing" });
    expect(openCases(kiosk.log.register).map(({ kind }) => kind)).toEqual(["dossierNotFound"]);
  });

  it("leaves a result that is still there where it is, and asks no second time", () => {
    const { kiosk, result } = leftOpen();
    kiosk.touch({ kind: "startInspection" });
    kiosk.endUnlock("opened");
    kiosk.touch({ kind: "confirmBagInside" });
    kiosk.moveDoor(result.compartmentNumber, "closed");
    expect(kiosk.log.register.get("dossier", result.dossierId)?.place).toMatchObject({ content: "result" });
    expect(kiosk.screen).toMatchObject({ name: "clerkHome", unchecked: [], results: 1 });
    expect(openCases(kiosk.log.register)).toEqual([]);
  });

  it("is taken along where it counted as collected and is still there, and loaded anew with another code", () => {
    const kiosk = new FlowKiosk();
    const result = withResult(kiosk);
    const compartmentNumber = walkToOpenResult(kiosk, result);
    kiosk.moveDoor(compartmentNumber, "closed");
    kiosk.walkAway();
    expect(kiosk.log.register.get("dossier", result.dossierId)?.place).toMatchObject({ kind: "collected" });
    signIn(kiosk);
    kiosk.touch({ kind: "startInspection" });
    kiosk.endUnlock("opened");
    kiosk.touch({ kind: "reportContents" });
    kiosk.moveDoor(compartmentNumber, "closed");
    expect(kiosk.eventsOf("unexpectedContentsFound")[0]?.payload.dossierId).toBe(result.dossierId);
    expect(kiosk.log.register.get("dossier", result.dossierId)?.place).toMatchObject({ kind: "withClerk" });
    load(kiosk, result.ticket);
    expect(kiosk.log.register.get("dossier", result.dossierId)?.place).toMatchObject({ content: "result" });
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("does not look after a result that nobody has come for", () => {
    const kiosk = new FlowKiosk();
    withResult(kiosk);
    signIn(kiosk);
    expect(kiosk.screen).toMatchObject({ name: "clerkHome", unchecked: [], results: 1 });
  });
});

/** The owner of a result walked away from its open door; somebody shut it, and a clerk signed in. */
function leftOpen() {
  const kiosk = new FlowKiosk();
  const result = withResult(kiosk);
  walkToOpenResult(kiosk, result);
  kiosk.walkAway();
  kiosk.moveDoor(result.compartmentNumber, "closed");
  signIn(kiosk);
  return { kiosk, result };
}
