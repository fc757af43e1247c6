import { describe, expect, it } from "vitest";
import type { Input } from "#flow/input.ts";
import { stepNames } from "#flow/step.ts";
import { everyIntent, foreignCodes } from "#tests/support/anyInput.ts";
import { everyStep, kioskAt } from "#tests/support/everyStep.ts";
import type { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { CITIZEN_CARD, CITIZEN_NAME, CITIZEN_NUMBER, CITIZEN_PHONE, clerk, idOf } from "#tests/support/flowWorld.ts";
import { breachesOf, leakBreaches, placeBreaches } from "#tests/support/invariants.ts";

const foreignId = idOf("of nobody");
const reading = (door: "open" | "closed" | "unknown") => ({ door, occupancy: "notSupported" as const });

/** One input of every kind that no person gives, some of them about nothing that this kiosk knows. */
const deviceInputs: readonly Input[] = [
  ...[1, 4, 99].flatMap((compartmentNumber): Input[] => [
    { kind: "doorChanged", compartmentNumber, reading: reading("open") },
    { kind: "doorChanged", compartmentNumber, reading: reading("closed") },
    { kind: "doorChanged", compartmentNumber, reading: reading("unknown") },
  ]),
  { kind: "patienceEnded" },
  { kind: "warningEnded" },
  { kind: "restarted" },
];

/** Late, doubled or foreign outcomes: about requests that nobody waits for. */
const foreignOutcomes: readonly Input[] = [
  { kind: "unlockEnded", requestId: foreignId, compartmentNumber: 1, outcome: "opened" },
  { kind: "unlockEnded", requestId: foreignId, compartmentNumber: 1, outcome: "jammed" },
  { kind: "unlockEnded", requestId: foreignId, compartmentNumber: 99, outcome: "unresolved", isRecovered: true },
  { kind: "printEnded", printJobId: foreignId, state: "notPrinted" },
  { kind: "pickupCodeChecked", dossierId: foreignId },
  { kind: "pickupCodeChecked" },
  { kind: "pinChecked", staffId: clerk.staffId, isRight: true },
  { kind: "pinChecked", staffId: "XX-00", isRight: false },
  {
    kind: "pickupCodeMade",
    dossierId: foreignId,
    code: "12345678",
    credential: { selector: "123", salt: "AAAA", hash: "AAAA" },
  },
];

function expectSound(kiosk: FlowKiosk): void {
  const { events, register } = kiosk.log;
  expect([...breachesOf(events), ...placeBreaches(register)]).toEqual([]);
  expect(kiosk.screen.name).toBeTypeOf("string");
  expect(JSON.parse(JSON.stringify(kiosk.doors))).toEqual(kiosk.doors);
}

describe("every step", () => {
  it("has a way to it", () => {
    expect(new Set(everyStep)).toEqual(new Set(stepNames));
  });

  it.each(everyStep)("%s takes every intent without breaking a rule", (name) => {
    for (const intent of everyIntent) {
      const kiosk = kioskAt(name);
      kiosk.touch(intent);
      expectSound(kiosk);
    }
  });

  it.each(everyStep)("%s takes every code without breaking a rule", (name) => {
    for (const text of Object.values(foreignCodes)) {
      const kiosk = kioskAt(name);
      kiosk.scan(text);
      expectSound(kiosk);
    }
  });

  it.each(everyStep)("%s takes whatever a device or a timer says", (name) => {
    for (const input of deviceInputs) {
      const kiosk = kioskAt(name);
      kiosk.give(input);
      expectSound(kiosk);
    }
  });

  it.each(everyStep)("%s is left as it is by outcomes that nobody waits for", (name) => {
    const kiosk = kioskAt(name);
    const before = { visit: kiosk.visit, events: kiosk.log.lastSeq, effects: kiosk.effects.length };
    for (const input of foreignOutcomes) kiosk.give(input);
    expect({ visit: kiosk.visit, events: kiosk.log.lastSeq, effects: kiosk.effects.length }).toEqual(before);
  });

  it.each(everyStep)("%s is left as it is by outcomes that come twice", (name) => {
    const kiosk = kioskAt(name);
    const outcomes = kiosk.inputs.filter(({ kind }) => kind.endsWith("Ended") || kind.endsWith("Checked"));
    const before = { visit: kiosk.visit, events: kiosk.log.lastSeq };
    for (const input of outcomes) kiosk.give(input);
    expect({ visit: kiosk.visit, events: kiosk.log.lastSeq }).toEqual(before);
  });

  it.each(everyStep)("%s survives a restart, twice, and asks for no door by itself", (name) => {
    const kiosk = kioskAt(name);
    const { unlocks } = kiosk;
    kiosk.restart();
    const { at } = kiosk;
    kiosk.restart();
    expect(kiosk.at).toEqual(at);
    expect(kiosk.unlocks).toBe(unlocks);
    expectSound(kiosk);
  });

  it.each(everyStep)("%s ends at the idle screen when the person is gone", (name) => {
    const kiosk = kioskAt(name);
    // What waits for a device goes on when the device has answered.
    for (let doors = 0; doors < 5 && kiosk.stepName.endsWith("Opening"); doors += 1) kiosk.endUnlock("noReply");
    for (let turn = 0; turn < 2; turn += 1) kiosk.walkAway();
    expect(kiosk.stepName).toBe("home");
    expect(kiosk.visit.endsAtMs).toBeUndefined();
    const text = JSON.stringify([kiosk.visit, kiosk.screen, kiosk.doors]);
    for (const secret of [CITIZEN_NAME, CITIZEN_NUMBER, CITIZEN_PHONE]) expect(text).not.toContain(secret);
    expect(leakBreaches(kiosk.log.drafts, [CITIZEN_NAME, CITIZEN_NUMBER, CITIZEN_PHONE, CITIZEN_CARD])).toEqual([]);
    expectSound(kiosk);
  });

  it.each(everyStep)("%s lights no door but its own", (name) => {
    const kiosk = kioskAt(name);
    const lit = kiosk.doors.filter(({ look }) => ["next", "openIn", "openOut", "openInside"].includes(look));
    const { at } = kiosk;
    const isAbout = "opening" in at || name === "depositReady" || name === "depositJammed";
    if (!isAbout) expect(lit).toEqual([]);
    else expect(lit.length).toBeLessThanOrEqual(1);
    if ("opening" in at) for (const door of lit) expect(door.compartmentNumber).toBe(at.opening.compartmentNumber);
  });
});
