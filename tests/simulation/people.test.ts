import { describe, expect, it } from "vitest";
import { compartmentsOf, openCases } from "#core/register/register.ts";
import { chanceFrom } from "#simulation/engine/chance.ts";
import { type VisitName, visitNames, visits } from "#simulation/people/visits.ts";
import { CornerKiosk } from "#tests/support/street/cornerKiosk.ts";

const DAY_MS = 86_400_000;
/** Longer than any step waits for somebody who is gone, milliseconds. */
const PATIENCE_MS = 15 * 60_000;

const eventsOf = (kiosk: CornerKiosk, type: string) => kiosk.log.events.filter((event) => event.type === type);

/** Somebody visits, and the time passes after which nobody would be waited for. */
async function visit(kiosk: CornerKiosk, name: VisitName, seed = 1): Promise<string> {
  const person = await kiosk.visit(visits[name], chanceFrom(seed));
  await kiosk.clock.advance(PATIENCE_MS);
  return person;
}

/** One dossier went all the way: its result lies in a compartment, and another dossier waits for its own. */
async function withResult(): Promise<CornerKiosk> {
  const kiosk = await CornerKiosk.started();
  await visit(kiosk, "deposit");
  await visit(kiosk, "clerkRound");
  await visit(kiosk, "counter");
  await kiosk.clock.advance(5 * DAY_MS);
  await visit(kiosk, "counter");
  await visit(kiosk, "clerkRound");
  await visit(kiosk, "deposit", 2);
  return kiosk;
}

describe("people at a healthy kiosk", () => {
  it("hand in a dossier and go home with its receipt", async () => {
    const kiosk = await CornerKiosk.started();
    const person = await visit(kiosk, "deposit");
    const [known] = kiosk.town.dossiers;
    expect(known).toMatchObject({ owner: person, receipt: expect.stringMatching(/^HS1/), isDone: false });
    const filled = compartmentsOf(kiosk.log.register).filter(({ contents }) => contents.kind === "deposit");
    expect(filled.map(({ compartmentNumber }) => kiosk.bagsIn(compartmentNumber))).toEqual([[known?.bag]]);
    expect(kiosk.openDoors()).toEqual([]);
  });

  it("fetch the result, and the dossier is collected", async () => {
    const kiosk = await withResult();
    const [known] = kiosk.town.dossiers;
    expect(known?.result && kiosk.placeOf(known.result)?.kind).toBe("compartment");
    await visit(kiosk, "collect");
    expect(known?.result && kiosk.placeOf(known.result)).toEqual({ kind: "person", person: known?.owner });
    expect(known?.isDone).toBe(true);
    expect(eventsOf(kiosk, "resultCollected").map(({ payload }) => payload)).toMatchObject([
      { isVerified: true, confirmedBy: "person" },
    ]);
  });

  it("get a pickup code where the receipt was lost, and it opens", async () => {
    const kiosk = await withResult();
    const [known] = kiosk.town.dossiers;
    if (known !== undefined) known.receipt = undefined;
    await visit(kiosk, "collect");
    expect(known).toMatchObject({ isDone: true, pickupCode: expect.stringMatching(/^\d{8}$/) });
  });

  it("keep a result that they left inside: it stays uncollected", async () => {
    const kiosk = await withResult();
    await visit(kiosk, "collectTakesNothing");
    expect(eventsOf(kiosk, "resultCollected")).toEqual([]);
    await visit(kiosk, "clerkRound");
    await visit(kiosk, "collect");
    expect(kiosk.town.dossiers[0]?.isDone).toBe(true);
  });

  it("are locked out when they guess", async () => {
    const kiosk = await withResult();
    for (let guesser = 1; guesser < 6; guesser += 1) await kiosk.visit(visits.guessesCodes, chanceFrom(guesser));
    expect(kiosk.story.join("\n")).toContain("no more tries");
    expect(
      eventsOf(kiosk, "compartmentOpenRequested").some(
        ({ payload }) => "reason" in payload && payload.reason === "collection",
      ),
    ).toBe(false);
  });

  it.each(visitNames)(
    "of the kind %s come to an end, and staff bring every compartment back into use",
    async (name) => {
      const kiosk = await withResult();
      for (const seed of [3, 4]) await visit(kiosk, name, seed);
      await kiosk.clock.advance(40 * 60_000);
      expect(kiosk.screen()?.screen.name).toBe("home");
      for (const work of ["technicianUpkeep", "clerkRound", "clerkRound"] as const) await visit(kiosk, work, 11);
      const { register } = kiosk.log;
      const idle = compartmentsOf(register).filter(
        ({ contents, outOfService, faultySensor }) =>
          contents.kind === "unchecked" || outOfService !== undefined || faultySensor !== undefined,
      );
      expect(idle).toEqual([]);
      expect(kiosk.openDoors()).toEqual([]);
      const aboutDoors = openCases(register).filter(({ kind }) => kind === "doorLeftOpen" || kind === "trouble");
      expect(aboutDoors).toEqual([]);
      expect(kiosk.story.filter((line) => /LOG:|gives up/.test(line))).toEqual([]);
    },
  );
});
