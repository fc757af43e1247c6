import { describe, expect, it } from "vitest";
import type { StepName } from "#flow/state.ts";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, lastDeposit, walkToBag, walkToCard, walkToDoor, walkToOpenDoor } from "#tests/support/flowMoves.ts";
import { CITIZEN_CARD, CITIZEN_NAME, CITIZEN_NUMBER, CITIZEN_PHONE, sampleTimes } from "#tests/support/flowWorld.ts";

describe("handing in a dossier", () => {
  it("with a scanned card, a phone number and a label ends in a receipt with two clocks", () => {
    const kiosk = new FlowKiosk();
    const compartmentNumber = walkToOpenDoor(kiosk, { bagLabel: "TUI-0427" });
    kiosk.moveDoor(compartmentNumber, "closed");
    const { payload, personal } = kiosk.eventsOf("dossierDeposited")[0] ?? {};
    expect(payload).toMatchObject({
      procedureId: "birth",
      counts: [
        { paperId: "form", originals: 1, certified: 0, photocopies: 1 },
        { paperId: "proof", originals: 0, certified: 0, photocopies: 2 },
      ],
      bagLabel: "TUI-0427",
      compartmentNumber,
      identitySource: "scanned",
      consentVersion: "2026-01",
      times: sampleTimes("birth", kiosk.nowMs),
    });
    const identity = { name: CITIZEN_NAME, idNumber: CITIZEN_NUMBER, phone: CITIZEN_PHONE, secondValue: "5678" };
    expect(personal).toEqual({ ...identity, receiptToken: expect.stringMatching(/^HS1/) });
    expect(kiosk.screen).toMatchObject({
      name: "receipt",
      ticket: payload?.ticket,
      compartmentNumber,
      paper: "printing",
    });
    expect(JSON.stringify(kiosk.screen)).not.toContain(CITIZEN_NAME);
    kiosk.endPrint();
    expect(kiosk.screen).toMatchObject({ paper: "printed" });
    expect(kiosk.contentsOf(compartmentNumber)).toBe("deposit");
  });

  it("with a typed name and digits of one's own keeps no phone number", () => {
    const kiosk = new FlowKiosk();
    walkToCard(kiosk);
    kiosk.touch(
      { kind: "typeIdentity" },
      { kind: "enterIdentity", name: "  Nguyễn   Văn Mẫu ", idNumber: CITIZEN_NUMBER },
      { kind: "chooseDigitsInstead" },
      { kind: "enterChosenDigits", digits: "4711" },
    );
    kiosk.scan("TUI-0001");
    kiosk.touch({ kind: "openCompartment" });
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    const event = kiosk.eventsOf("dossierDeposited")[0];
    expect(event?.payload.identitySource).toBe("typed");
    expect(event?.personal).toMatchObject({ name: CITIZEN_NAME, secondValue: "4711" });
    expect(event?.personal).not.toHaveProperty("phone");
  });

  it("without a label prints a slip, whose label the dossier gets", () => {
    const kiosk = new FlowKiosk();
    walkToBag(kiosk);
    kiosk.touch({ kind: "printBagSlip" }, { kind: "bagSlipInBag" });
    expect(kiosk.stepName).toBe("bag");
    const slip = kiosk.effects.find((effect) => effect.kind === "print")?.paper;
    kiosk.endPrint();
    kiosk.touch({ kind: "bagSlipInBag" }, { kind: "openCompartment" });
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    const label = slip?.document === "bagSlip" ? slip.label : "";
    expect(label).toMatch(/^TUI-[0-9A-F]{12}$/);
    expect(kiosk.eventsOf("dossierDeposited")[0]?.payload.bagLabel).toBe(label);
  });

  it("does not go on with a slip that did not come out", () => {
    const kiosk = new FlowKiosk();
    walkToBag(kiosk);
    kiosk.touch({ kind: "printBagSlip" });
    kiosk.endPrint("notPrinted");
    kiosk.touch({ kind: "bagSlipInBag" });
    expect(kiosk.screen).toMatchObject({ name: "bag", slip: "notPrinted", problem: "printerNotReady" });
  });

  it("takes no label that another dossier here carries, and takes it again when that one is gone", () => {
    const kiosk = new FlowKiosk();
    const { dossierId, compartmentNumber } = deposit(kiosk, { bagLabel: "TUI-0001" });
    walkToDoor(kiosk, { bagLabel: "TUI-0001" });
    expect(kiosk.screen).toMatchObject({ name: "bag", problem: "bagLabelInUse" });
    const by = { staffId: "CB-12", exchangeId: "0".repeat(32), dossierId };
    kiosk.append({ type: "dossierTakenOver", payload: { ...by, compartmentNumber, counts: [], dossierCount: 1 } });
    kiosk.append({ type: "dossierHandedToCounter", payload: by });
    kiosk.scan("TUI-0001");
    expect(kiosk.stepName).toBe("depositReady");
  });

  it("asks for at least one paper", () => {
    const kiosk = new FlowKiosk();
    kiosk.touch(
      { kind: "startIntake" },
      { kind: "chooseProcedure", procedureId: "business" },
      { kind: "confirmPapers" },
    );
    expect(kiosk.screen).toMatchObject({ name: "papers", problem: "countsEmpty" });
  });

  it("offers only what suits an unattended drop", () => {
    const kiosk = new FlowKiosk();
    kiosk.touch({ kind: "startIntake" }, { kind: "chooseProcedure", procedureId: "marriage" });
    expect(kiosk.stepName).toBe("procedure");
    kiosk.touch({ kind: "chooseProcedure", procedureId: "unknown" });
    expect(kiosk.stepName).toBe("procedure");
  });

  it("gives a low compartment to whoever asks for one, and keeps the shown one where none is free", () => {
    const kiosk = new FlowKiosk({ compartments: 4, unchecked: [1] });
    walkToDoor(kiosk);
    expect(kiosk.expectAt("depositReady").compartmentNumber).toBe(2);
    kiosk.setDoor(2, { door: "open" });
    kiosk.touch({ kind: "wantLowCompartment", isWanted: true });
    expect(kiosk.expectAt("depositReady").compartmentNumber).toBe(2);
    expect(kiosk.screen).toMatchObject({ name: "depositReady", wantsLow: true });
  });

  it("says so where a low compartment is wanted and only higher ones are free", () => {
    const kiosk = new FlowKiosk({ compartments: 4, unchecked: [1, 2] });
    walkToDoor(kiosk);
    expect(kiosk.screen).toMatchObject({ name: "depositReady", compartmentNumber: 3, problem: undefined });
    kiosk.touch({ kind: "wantLowCompartment", isWanted: true });
    expect(kiosk.screen).toMatchObject({ name: "depositReady", compartmentNumber: 3, problem: "noLowFree" });
  });

  it("opens another compartment when the shown one stopped being free", () => {
    const kiosk = new FlowKiosk();
    walkToDoor(kiosk);
    const shown = kiosk.expectAt("depositReady").compartmentNumber;
    kiosk.moveDoor(shown, "open");
    kiosk.touch({ kind: "openCompartment" });
    expect(kiosk.lastUnlock.compartmentNumber).not.toBe(shown);
  });

  it("never makes two tickets alike", () => {
    const kiosk = new FlowKiosk();
    const first = deposit(kiosk, { bagLabel: "TUI-0001" });
    const second = deposit(kiosk, { bagLabel: "TUI-0002" });
    expect(first.ticket).not.toBe(second.ticket);
    expect(first.compartmentNumber).not.toBe(second.compartmentNumber);
  });

  it("prints the receipt again at most twice, and makes a receipt that fails a case, once", () => {
    const kiosk = kioskAt("receipt");
    kiosk.endPrint("notPrinted");
    kiosk.endPrint("notPrinted");
    for (let again = 0; again < 4; again += 1) {
      kiosk.touch({ kind: "printAgain" });
      kiosk.endPrint();
    }
    expect(kiosk.expectAt("receipt").copies).toBe(3);
    expect(kiosk.eventsOf("caseOpened").map(({ payload }) => payload.kind)).toEqual(["printFailed"]);
  });

  it("makes a receipt that fails a case although the person has left", () => {
    const kiosk = kioskAt("rating");
    kiosk.endPrint("unresolved");
    const { dossierId } = lastDeposit(kiosk);
    expect(kiosk.eventsOf("caseOpened")[0]?.payload).toMatchObject({ kind: "printFailed", dossierId });
  });
});

describe("what stands against a deposit is said before anything is typed", () => {
  it("a full cabinet", () => {
    const kiosk = new FlowKiosk({ compartments: 2, unchecked: [1, 2] });
    expect(kiosk.screen).toMatchObject({ name: "home", freeCompartments: 0, intakeObstacle: "full" });
    kiosk.touch({ kind: "startIntake" });
    expect(kiosk.screen).toEqual({ name: "intakeClosed", obstacle: "full" });
  });

  it("a printer without paper, known again when the door is to open", () => {
    const kiosk = new FlowKiosk();
    kiosk.printer = { status: "paperOut", paper: "out" };
    kiosk.touch({ kind: "startIntake" });
    expect(kiosk.screen).toEqual({ name: "intakeClosed", obstacle: "printer" });
    kiosk.touch({ kind: "back" });
    kiosk.printer = { status: "ready", paper: "full" };
    walkToDoor(kiosk);
    kiosk.printer = { status: "offline", paper: "unknown" };
    kiosk.touch({ kind: "openCompartment" });
    expect(kiosk.screen).toEqual({ name: "intakeClosed", obstacle: "printer" });
    expect(kiosk.unlocks).toBe(0);
  });

  it("boards that do not answer, and a compartment that a sensor doubts", () => {
    const kiosk = new FlowKiosk({ compartments: 2 });
    kiosk.setSilent(true, 1, 2);
    expect(kiosk.screen).toMatchObject({ intakeObstacle: "boards" });
    kiosk.setSilent(false, 1, 2);
    kiosk.setDoor(1, { occupancy: "something" });
    kiosk.setDoor(2, { door: "open" });
    expect(kiosk.screen).toMatchObject({ intakeObstacle: "full" });
  });

  it("boards that fell silent while the person was typing", () => {
    const kiosk = new FlowKiosk();
    walkToBag(kiosk);
    kiosk.setSilent(true, 1, 2, 3, 4);
    kiosk.scan("TUI-0001");
    expect(kiosk.screen).toEqual({ name: "intakeClosed", obstacle: "boards" });
  });
});

describe("giving up a deposit", () => {
  const steps: StepName[] = [
    "procedure",
    "elsewhere",
    "papers",
    "consent",
    "card",
    "identity",
    "phone",
    "phoneReadBack",
  ];
  it.each([...steps, "chosenDigits", "bag", "depositReady", "depositJammed"] as StepName[])(
    "at %s leaves nothing behind",
    (name) => {
      const kiosk = kioskAt(name);
      const { visitId } = kiosk.visit;
      kiosk.touch({ kind: "cancel" });
      expect(kiosk.stepName).toBe("home");
      expect(kiosk.visit.visitId).not.toBe(visitId);
      expect(JSON.stringify(kiosk.visit)).not.toContain(CITIZEN_NAME);
    },
  );

  it("at the open door takes the bag out and shuts the door: no deposit, and the compartment is looked into first", () => {
    const kiosk = new FlowKiosk();
    const compartmentNumber = walkToOpenDoor(kiosk);
    kiosk.touch({ kind: "cancel" });
    expect(kiosk.screen).toMatchObject({ name: "depositOpen", ending: "cancel" });
    kiosk.moveDoor(compartmentNumber, "closed");
    expect(kiosk.stepName).toBe("depositStopped");
    expect(kiosk.eventsOf("depositAbandoned")[0]?.payload).toMatchObject({ reason: "cancelled", compartmentNumber });
    expect(kiosk.eventsOf("dossierDeposited")).toEqual([]);
    expect(kiosk.contentsOf(compartmentNumber)).toBe("unchecked");
  });

  it("at the open door can be taken back", () => {
    const kiosk = new FlowKiosk();
    const compartmentNumber = walkToOpenDoor(kiosk);
    kiosk.touch({ kind: "cancel" }, { kind: "back" });
    kiosk.moveDoor(compartmentNumber, "closed");
    expect(kiosk.stepName).toBe("receipt");
  });
});

describe("who hands in", () => {
  it.each([
    ["nameWrong", { name: "1234", idNumber: CITIZEN_NUMBER }],
    ["nameWrong", { name: "A".repeat(121), idNumber: CITIZEN_NUMBER }],
    ["cardNumberWrong", { name: CITIZEN_NAME, idNumber: "0000000000" }],
    ["cardNumberWrong", { name: CITIZEN_NAME, idNumber: "999085000011" }],
  ])("gets %s for %j", (problem, typed) => {
    const kiosk = kioskAt("identity");
    kiosk.touch({ kind: "enterIdentity", ...typed });
    expect(kiosk.screen).toMatchObject({ name: "identity", problem });
  });

  it("may type the nine digits of an old identity card", () => {
    const kiosk = kioskAt("identity");
    kiosk.touch({ kind: "enterIdentity", name: CITIZEN_NAME, idNumber: "020000011" });
    expect(kiosk.stepName).toBe("phone");
  });

  it("may show the card after all while typing; a code that is none leaves the typing on the screen", () => {
    const kiosk = kioskAt("identity");
    kiosk.scan("https://example.vn");
    expect(kiosk.screen).toMatchObject({ name: "identity", problem: "webAddress" });
    kiosk.scan(CITIZEN_CARD);
    expect(kiosk.stepName).toBe("phone");
  });

  it("shows a card whose name is longer than any name: refused before the door opens", () => {
    const kiosk = kioskAt("card");
    kiosk.scan(CITIZEN_CARD.replace(CITIZEN_NAME, "Nguyễn ".repeat(30)));
    expect(kiosk.screen).toMatchObject({ name: "card", problem: "cardFieldsWrong" });
  });

  it("has the phone number read back, and corrects it", () => {
    const kiosk = kioskAt("phone");
    kiosk.touch({ kind: "enterPhone", phone: "12" });
    expect(kiosk.screen).toMatchObject({ name: "phone", problem: "phoneWrong" });
    kiosk.touch({ kind: "enterPhone", phone: "+84 912 345 678" });
    expect(kiosk.screen).toEqual({ name: "phoneReadBack", phone: CITIZEN_PHONE });
    kiosk.touch({ kind: "back" });
    expect(kiosk.stepName).toBe("phone");
  });
});
