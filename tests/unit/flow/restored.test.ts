import { describe, expect, it } from "vitest";
import { compartmentOf, compartmentsOf, machineOf, openCases } from "#core/register/register.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, signIn, withResult } from "#tests/support/flowMoves.ts";
import { clerk, idOf } from "#tests/support/flowWorld.ts";

/** The kiosk's log is restored and lost its end. */
function restore(kiosk: FlowKiosk, isComplete = false): number {
  const caseNumber = machineOf(kiosk.log.register).lastCaseNumber + 100;
  const previous = { previousLogId: idOf("log before"), previousSeq: 9, previousHash: "0".repeat(64) };
  kiosk.append({ type: "logRestored", payload: { ...previous, source: "backup", isComplete, caseNumber } });
  kiosk.append({ type: "caseOpened", payload: { caseNumber, kind: "restored" } });
  return caseNumber;
}

const compartment = (kiosk: FlowKiosk, number: number) => compartmentOf(kiosk.log.register, number);

describe("a kiosk whose log was restored without its end", () => {
  it("takes no dossier in: nothing is known to be empty any more", () => {
    const kiosk = new FlowKiosk();
    const caseNumber = restore(kiosk);
    for (const { contents, outOfService } of compartmentsOf(kiosk.log.register)) {
      expect(contents.kind).toBe("unchecked");
      expect(outOfService).toEqual({ reason: "restored", caseNumber });
    }
    kiosk.touch({ kind: "startIntake" });
    expect(kiosk.screen).toMatchObject({ name: "intakeClosed" });
    expect(kiosk.unlocks).toBe(0);
  });

  it("gives no result out until a clerk saw that it still lies there", () => {
    const kiosk = new FlowKiosk();
    const { token } = withResult(kiosk);
    restore(kiosk);
    const { unlocks } = kiosk;
    kiosk.touch({ kind: "startCollection" });
    kiosk.scan(token);
    expect(kiosk.screen).toMatchObject({ name: "notReady", dossier: { place: "withStaff" } });
    expect(kiosk.unlocks).toBe(unlocks);
    kiosk.touch({ kind: "finish" });
    signIn(kiosk);
    kiosk.touch({ kind: "startInspection" });
    lookIntoAll(kiosk, "confirmBagInside");
    kiosk.touch({ kind: "finishExchange" }, { kind: "finish" }, { kind: "startCollection" });
    kiosk.scan(token);
    expect(kiosk.stepName).toBe("secondValue");
    expect(openCases(kiosk.log.register)).toEqual([]);
  });

  it.each(["confirmEmpty", "reportContents"] as const)(
    "makes a result that is not there any more a case of its own (%s)",
    (answer) => {
      const kiosk = new FlowKiosk();
      const { dossierId } = withResult(kiosk);
      restore(kiosk);
      signIn(kiosk);
      kiosk.touch({ kind: "startInspection" });
      lookIntoAll(kiosk, answer);
      expect(kiosk.log.register.get("dossier", dossierId)?.place).toEqual({ kind: "missing" });
      expect(openCases(kiosk.log.register)).toContainEqual(
        expect.objectContaining({ kind: "dossierNotFound", dossierId }),
      );
      expect(compartmentsOf(kiosk.log.register).every(({ outOfService }) => outOfService === undefined)).toBe(true);
    },
  );

  it("lets a clerk take a deposit out, which is how its compartment is looked into", () => {
    const kiosk = new FlowKiosk({ compartments: 1 });
    deposit(kiosk);
    const caseNumber = restore(kiosk);
    signIn(kiosk);
    expect(kiosk.screen).toMatchObject({ name: "clerkHome", unchecked: [] });
    kiosk.touch({ kind: "startEmptying" });
    const door = kiosk.endUnlock("opened");
    kiosk.touch({ kind: "confirmCounted" });
    kiosk.moveDoor(door, "closed");
    expect(compartment(kiosk, door)).toMatchObject({ contents: { kind: "empty" } });
    expect(compartment(kiosk, door)?.outOfService).toBeUndefined();
    expect(kiosk.log.register.get("case", String(caseNumber))?.isOpen).toBe(false);
  });

  it("is not returned to service by a key: somebody must look", () => {
    const kiosk = new FlowKiosk();
    restore(kiosk);
    signIn(kiosk);
    kiosk.touch({ kind: "returnToService", compartmentNumber: 1 });
    expect(compartment(kiosk, 1)?.outOfService?.reason).toBe("restored");
  });

  it("still waits for a look after a door that jammed meanwhile was mended", () => {
    const kiosk = new FlowKiosk();
    const { token } = withResult(kiosk);
    const caseNumber = restore(kiosk);
    const [held] = compartmentsOf(kiosk.log.register).filter(({ contents }) => contents.kind === "result");
    const compartmentNumber = held?.compartmentNumber ?? 0;
    kiosk.append({ type: "compartmentTakenOutOfService", payload: { compartmentNumber, reason: "lockFaulty" } });
    kiosk.append({ type: "staffSignedIn", payload: { visitId: idOf("visit"), staffId: clerk.staffId } });
    kiosk.touch({ kind: "startCollection" });
    kiosk.scan(token);
    expect(kiosk.stepName).toBe("notReady");
    kiosk.touch({ kind: "finish" });
    signIn(kiosk);
    kiosk.touch({ kind: "returnToService", compartmentNumber });
    expect(compartment(kiosk, compartmentNumber)?.outOfService).toEqual({ reason: "restored", caseNumber });
  });

  it("gives no drop ticket a number that may stand on a receipt of which nothing is known", () => {
    const kiosk = new FlowKiosk();
    deposit(kiosk);
    const before = machineOf(kiosk.log.register).ticketSequence;
    restore(kiosk);
    expect(machineOf(kiosk.log.register).ticketSequence).toBeGreaterThan(before + 100);
  });

  it("is as it was where nothing was lost", () => {
    const kiosk = new FlowKiosk();
    withResult(kiosk);
    const before = compartmentsOf(kiosk.log.register);
    restore(kiosk, true);
    expect(compartmentsOf(kiosk.log.register)).toEqual(before);
  });
});

/** Opens every door that waits for a look; the one with a result gets this answer, the others are empty. */
function lookIntoAll(kiosk: FlowKiosk, ofResult: "confirmBagInside" | "confirmEmpty" | "reportContents"): void {
  while (kiosk.stepName === "inspecting") {
    const door = kiosk.endUnlock("opened");
    const { screen } = kiosk;
    const isExpecting = screen.name === "inspecting" && screen.expected !== undefined;
    kiosk.touch({ kind: isExpecting ? ofResult : "confirmEmpty" });
    kiosk.moveDoor(door, "closed");
  }
}
