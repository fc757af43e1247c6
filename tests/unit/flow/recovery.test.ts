import { describe, expect, it } from "vitest";
import type { StepName } from "#flow/state.ts";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { approve, deposit, enterMode, givePin } from "#tests/support/flowMoves.ts";
import { breachesOf, placeBreaches } from "#tests/support/invariants.ts";

/** How the step's door is found when the program starts again. */
type Found = "open" | "shut" | "silent" | "faulty";
const everyFound: readonly Found[] = ["open", "shut", "silent", "faulty"];

/** What comes of it: the screen where the person still stands there, and the cases where nobody does. */
interface End {
  readonly fresh: string;
  readonly stale: readonly string[];
}
type Row = { readonly [F in Found]: End };

const end = (fresh: string, ...stale: readonly string[]): End => ({ fresh, stale });
const every = (one: End): Row => ({ open: one, shut: one, silent: one, faulty: one });

/** Every step that has a door, by what the program finds of it. */
const table: { readonly [S in StepName]?: Row } = {
  depositOpening: {
    ...every(end("depositCheck", "depositUnfinished")),
    open: end("depositOpen", "doorLeftOpen"),
  },
  depositOpen: {
    ...every(end("depositCheck", "depositUnfinished")),
    open: end("depositOpen", "doorLeftOpen"),
  },
  depositCheck: {
    ...every(end("depositCheck", "depositUnfinished")),
    open: end("depositOpen", "depositUnfinished", "doorForced"),
  },
  collectionOpening: {
    ...every(end("collectionConfirm", "collectionUnverified")),
    open: end("collectionOpen", "doorLeftOpen"),
  },
  collectionOpen: {
    open: end("collectionOpen", "doorLeftOpen"),
    // It was seen to open, and is shut: credential and door are the evidence, and nobody is asked.
    shut: end("collectionConfirm"),
    silent: end("collectionOpen", "collectionUnverified"),
    faulty: end("collectionConfirm", "collectionUnverified"),
  },
  collectionConfirm: { ...every(end("collectionConfirm")), open: end("collectionConfirm", "doorForced") },
  emptyingOpening: {
    ...every(end("pin", "outcomeUnknown")),
    open: end("pin", "doorLeftOpen"),
    // The pulse left, and the clerk says what is inside.
    faulty: end("pin"),
  },
  emptyingCount: { ...every(end("pin")), open: end("pin", "doorLeftOpen") },
  discrepancy: { ...every(end("pin", "discrepancy")), open: end("pin", "discrepancy", "doorLeftOpen") },
  emptyingClose: { ...every(end("pin")), open: end("pin", "doorLeftOpen") },
  inspecting: { ...every(end("pin")), open: end("pin", "doorLeftOpen") },
  inspectingClose: { ...every(end("pin")), open: end("pin", "doorLeftOpen") },
  loadingOpening: {
    ...every(end("pin", "outcomeUnknown")),
    open: end("pin", "doorLeftOpen"),
  },
  loadingOpen: { ...every(end("pin", "outcomeUnknown")), open: end("pin", "doorLeftOpen") },
  loadingCode: {
    ...every(end("pin", "unexpectedContents")),
    open: end("pin", "doorLeftOpen", "unexpectedContents", "doorForced"),
  },
  technicianOpening: {
    ...every(end("home", "outcomeUnknown")),
    open: end("home", "doorLeftOpen"),
    faulty: end("home"),
  },
  technicianOpen: { ...every(end("home")), open: end("home", "doorLeftOpen") },
  evacuationOpening: every(end("home", "evacuated")),
};

const rows = Object.entries(table).flatMap(([name, row]) =>
  // The keys of the table are the steps; `Object.entries` forgets that.
  everyFound.map((found) => [name as StepName, found, (row as Row)[found]] as const),
);

/** A kiosk at the step whose program is gone, with its door as it will be found. */
function gone(name: StepName, found: Found): FlowKiosk {
  const kiosk = kioskAt(name);
  if (!("opening" in kiosk.at)) throw new Error(`${name} has no door.`);
  const { compartmentNumber } = kiosk.at.opening;
  if (found === "silent") kiosk.setSilent(true, compartmentNumber);
  else kiosk.setDoor(compartmentNumber, { door: found === "shut" ? "closed" : "open" });
  const payload = { compartmentNumber, isFaulty: true, source: "technician", staffId: "KT-03" } as const;
  if (found === "faulty") kiosk.append({ type: "doorSensorDeclared", payload });
  return kiosk;
}

const openCasesOf = (kiosk: FlowKiosk) =>
  [...kiosk.log.register.all("case")].filter(({ isOpen }) => isOpen).map(({ kind }) => kind);

/** The kinds of open cases that this step came with are not of the restart. */
function casesAfter(kiosk: FlowKiosk): readonly string[] {
  return openCasesOf(kiosk).filter((kind) => kind !== "doorForced" || kiosk.eventsOf("doorForced").length > 0);
}

function expectSound(kiosk: FlowKiosk, unlocks: number): void {
  expect(kiosk.unlocks).toBe(unlocks);
  expect([...breachesOf(kiosk.log.events), ...placeBreaches(kiosk.log.register)]).toEqual([]);
  for (const { request } of kiosk.log.register.all("compartment"))
    if (request !== undefined) expect(request.outcome).toBeDefined();
}

/** What is left in the end: the screen and, in order, what the log says of the restart, whatever ids were drawn. */
function endOf(kiosk: FlowKiosk, fromSeq: number) {
  const events = kiosk.log.drafts.slice(fromSeq).map(({ type, payload }) => {
    const { kind, reason, outcome } = payload as Record<string, unknown>;
    return [type, kind, reason, outcome].filter((word) => typeof word === "string").join(" ");
  });
  return { screen: kiosk.screen.name, events: events.sort() };
}

describe("a restart", () => {
  it("is tried at every step that has a door", () => {
    const withDoor = rows.map(([name]) => name);
    expect(new Set(withDoor).size).toBe(18);
    for (const name of withDoor) expect(kioskAt(name).at).toHaveProperty("opening");
  });

  it.each(rows)("at %s with its door %s shows the person what became of it", (name, found, { fresh }) => {
    const kiosk = gone(name, found);
    const { unlocks } = kiosk;
    kiosk.restart();
    expect(kiosk.stepName).toBe(fresh);
    expectSound(kiosk, unlocks);
  });

  it.each(rows)("long after at %s with its door %s leaves a case for staff and an idle screen", (name, found, row) => {
    const kiosk = gone(name, found);
    const { unlocks } = kiosk;
    kiosk.restart({ isStale: true });
    expect(kiosk.stepName).toBe("home");
    const isForcedBefore = name === "inspecting" || name === "inspectingClose";
    const kinds = casesAfter(kiosk).filter((kind) => !(isForcedBefore && kind === "doorForced"));
    expect(kinds).toEqual(row.stale);
    expectSound(kiosk, unlocks);
  });

  it.each(rows)("that is cut off itself, again and again, ends the same at %s with its door %s", (name, found) => {
    for (const isStale of [false, true]) {
      const whole = gone(name, found);
      const fromSeq = whole.log.lastSeq;
      whole.restart({ isStale });
      const wanted = endOf(whole, fromSeq);
      for (let cutAfter = 0; cutAfter <= 6; cutAfter += 1) {
        const kiosk = gone(name, found);
        const { unlocks } = kiosk;
        for (const cut of [cutAfter, cutAfter, Math.max(0, cutAfter - 1)]) kiosk.restart({ isStale, cutAfter: cut });
        kiosk.restart({ isStale });
        expect(endOf(kiosk, fromSeq)).toEqual(wanted);
        expectSound(kiosk, unlocks);
      }
    }
  });
});

describe("a paper that was asked for when the program ended", () => {
  it("is a receipt: the person sees that it may not have come out, and staff get a case", () => {
    const kiosk = kioskAt("receipt");
    kiosk.restart();
    kiosk.restart();
    expect(kiosk.screen).toMatchObject({ name: "receipt", paper: "unresolved", canPrintAgain: true });
    expect(openCasesOf(kiosk)).toEqual(["printFailed"]);
    expect(kiosk.eventsOf("dossierDeposited")).toHaveLength(1);
  });

  it("is a receipt that nobody waits for any more: the deposit stands, and staff get a case", () => {
    const kiosk = kioskAt("receipt");
    kiosk.restart({ isStale: true });
    expect(kiosk.stepName).toBe("home");
    expect(openCasesOf(kiosk)).toEqual(["printFailed"]);
    expect([...kiosk.log.register.all("dossier")]).toMatchObject([{ place: { kind: "compartment" } }]);
  });

  it("is a slip: the person sees that it may not have come out", () => {
    const stopped = kioskAt("depositStopped");
    stopped.restart();
    expect(stopped.screen).toMatchObject({ name: "depositStopped", slip: "unresolved" });
    const bag = kioskAt("bag");
    bag.touch({ kind: "printBagSlip" });
    bag.restart();
    expect(bag.screen).toMatchObject({ name: "bag", slip: "unresolved" });
  });
});

describe("a board that answers only minutes after the start", () => {
  it("and says open lets the person shut the door, as if nothing had been", () => {
    const kiosk = gone("depositOpening", "silent");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.restart();
    kiosk.setSilent(false, compartmentNumber);
    kiosk.moveDoor(compartmentNumber, "open");
    expect(kiosk.stepName).toBe("depositOpen");
    kiosk.moveDoor(compartmentNumber, "closed");
    expect(kiosk.stepName).toBe("receipt");
    expect(openCasesOf(kiosk)).toEqual([]);
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("and says shut asks whoever collects what they took", () => {
    const kiosk = gone("collectionOpen", "silent");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.restart();
    kiosk.setSilent(false, compartmentNumber);
    kiosk.moveDoor(compartmentNumber, "closed");
    expect(kiosk.stepName).toBe("collectionConfirm");
  });

  it("and says that a clerk's door stands open becomes a case when nobody shuts it", () => {
    const kiosk = gone("emptyingCount", "silent");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.restart({ isStale: true });
    expect(openCasesOf(kiosk)).toEqual([]);
    kiosk.setSilent(false, compartmentNumber);
    kiosk.moveDoor(compartmentNumber, "open");
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "leftOpen" });
    expect(openCasesOf(kiosk)).toEqual(["doorLeftOpen"]);
  });
});

describe("who stood there", () => {
  it("a clerk goes on at the same door after the PIN", () => {
    const kiosk = gone("emptyingOpening", "open");
    kiosk.restart();
    givePin(kiosk);
    expect(kiosk.stepName).toBe("emptyingCount");
    const failed = gone("loadingOpening", "shut");
    failed.restart();
    givePin(failed);
    expect(failed.screen).toMatchObject({ name: "clerkDoorFailed", kind: "outcomeUnknown", during: "loading" });
  });

  it("an evacuation says which doors it did not come to", () => {
    const kiosk = new FlowKiosk();
    const { compartmentNumber } = deposit(kiosk);
    enterMode(kiosk);
    kiosk.touch({ kind: "startEvacuation" });
    approve(kiosk);
    kiosk.restart();
    expect(kiosk.eventsOf("evacuationEnded")).toMatchObject([
      { payload: { opened: [compartmentNumber], failed: [1, 2, 3, 4].filter((other) => other !== compartmentNumber) } },
    ]);
  });
});
