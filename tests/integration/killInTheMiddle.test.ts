import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Actor, walk } from "../support/journey/actor.ts";
import { collectionSteps } from "../support/journey/collectionSteps.ts";
import { exchangeSteps } from "../support/journey/exchangeSteps.ts";
import { around } from "../support/journey/halves.ts";
import { INTAKE, intakeSteps } from "../support/journey/intakeSteps.ts";
import { killAndRestart } from "../support/journey/restart.ts";
import { KioskRig } from "../support/rig/kioskRig.ts";
import { kioskEvents, kioskRegister, payloadsOf } from "../support/rig/logCheck.ts";
import { codeOnPaper } from "../support/rig/paperCode.ts";
import { until } from "../support/until.ts";

const TIMEOUT_MS = 120_000;
/** The boards answer so late that the moment between request and pulse, and between pulse and outcome, can be hit. */
const SLOW_BOARD = { action: "breakBoard", board: "A", replyDelayMs: 200 } as const;

const opening = around(intakeSteps, "opens the compartment");
const shutting = around(intakeSteps, "shuts the door and takes the receipt");

describe("the controller is killed in the middle of something", () => {
  let actor: Actor;

  beforeAll(async () => {
    actor = new Actor(await KioskRig.start({ hasOffice: false }));
  }, TIMEOUT_MS);

  beforeEach(async () => {
    await actor.comeToScreen();
    await actor.screen.waitFor("home", ({ isIntakePossible }) => isIntakePossible);
  });

  afterAll(() => actor?.rig.close());

  const pulses = async (): Promise<number> => (await actor.rig.hands.look(actor.memory.compartmentNumber)).pulses;

  async function deposit(): Promise<void> {
    await walk(actor, intakeSteps);
  }

  /** Touches "open" while the board is slow; resolves once the request is durable. */
  async function askForDoor(): Promise<number> {
    const { compartmentNumber } = await actor.screen.waitFor("depositReady");
    actor.memory.compartmentNumber = compartmentNumber;
    const before = await pulses();
    await actor.rig.hands.control(SLOW_BOARD);
    actor.screen.touch({ kind: "openCompartment" });
    await actor.screen.waitFor("depositReady", ({ isOpening }) => isOpening);
    return before;
  }

  test(
    "before the pulse left: the person is asked, nothing opens by itself, and the deposit goes on",
    async () => {
      await walk(actor, opening.before);
      const before = await askForDoor();
      await killAndRestart(actor, () => actor.rig.hands.control({ action: "repair" }));
      await actor.screen.waitFor("depositCheck", ({ why }) => why === "restarted");
      expect(await pulses()).toBe(before);
      expect(payloadsOf(kioskEvents(actor.rig), "compartmentOpenFailed").at(-1)).toMatchObject({
        outcome: "unresolved",
      });
      actor.screen.touch({ kind: "openAgain" });
      await actor.screen.waitFor("depositOpen");
      expect(await pulses()).toBe(before + 1);
      await walk(actor, opening.after);
    },
    TIMEOUT_MS,
  );

  test(
    "after the pulse, before its outcome: the open door is read, not pulsed again",
    async () => {
      await walk(actor, opening.before);
      const before = await askForDoor();
      await until(async () => (await pulses()) > before, { what: "the pulse", everyMs: 5 });
      await killAndRestart(actor, async () => {
        const opened = payloadsOf(kioskEvents(actor.rig), "compartmentOpened");
        expect(opened.at(-1)?.compartmentNumber).not.toBe(actor.memory.compartmentNumber);
        await actor.rig.hands.control({ action: "repair" });
      });
      await actor.screen.waitFor("depositOpen");
      expect(await pulses()).toBe(before + 1);
      await walk(actor, opening.after);
    },
    TIMEOUT_MS,
  );

  test(
    "while the bag goes in and the door is shut: the person is asked whether it is inside",
    async () => {
      await walk(actor, shutting.before);
      const { hands } = actor.rig;
      await killAndRestart(actor, () => hands.shut(actor.memory.compartmentNumber));
      await actor.screen.waitFor("depositCheck", ({ why }) => why === "restarted");
      actor.screen.touch({ kind: "confirmBagInside" });
      await actor.screen.waitFor("receipt", ({ paper }) => paper === "printed");
      await walk(actor, shutting.after);
    },
    TIMEOUT_MS,
  );

  test(
    "while the receipt is printed: the deposit stands, and the receipt can be printed again",
    async () => {
      await walk(actor, shutting.before);
      const deposits = payloadsOf(kioskEvents(actor.rig), "dossierDeposited").length;
      await actor.rig.hands.shut(actor.memory.compartmentNumber);
      await actor.screen.waitFor("receipt");
      await actor.rig.freezeDevices();
      await killAndRestart(actor, () => actor.rig.thawDevices());
      const { ticket } = await actor.screen.waitFor("receipt", ({ paper }) => paper === "unresolved");
      actor.screen.touch({ kind: "printAgain" });
      await actor.screen.waitFor("receipt", ({ paper, copies }) => paper === "printed" && copies === 2);
      expect(await codeOnPaper(await actor.rig.hands.newestPaper())).toMatch(/^HS1/);
      const events = payloadsOf(kioskEvents(actor.rig), "dossierDeposited");
      expect(events).toHaveLength(deposits + 1);
      expect(events.at(-1)).toMatchObject({ ticket });
      await walk(actor, shutting.after);
    },
    TIMEOUT_MS,
  );

  test(
    "while the bag slip is printed: whoever holds the slip goes on with it",
    async () => {
      await walk(actor, around(intakeSteps, "has a bag slip printed").before);
      actor.screen.touch({ kind: "printBagSlip" });
      await actor.screen.waitFor("bag", ({ slip }) => slip === "printing");
      await actor.rig.freezeDevices();
      await killAndRestart(actor, () => actor.rig.thawDevices());
      await actor.screen.waitFor("bag", ({ slip }) => slip === "unresolved");
      await walk(actor, around(intakeSteps, "has a bag slip printed").after);
    },
    TIMEOUT_MS,
  );

  test(
    "while a clerk shuts the door on a result: its compartment is offered to nobody until staff looked",
    async () => {
      await deposit();
      await walk(actor, around(exchangeSteps, "starts emptying").before);
      await emptyEverything();
      const loading = around(exchangeSteps, "shuts the door on the result");
      await walk(actor, loading.before.slice(loading.before.findIndex(({ title }) => title === "starts loading")));
      const { compartmentNumber } = actor.memory;
      await killAndRestart(actor, () => actor.rig.hands.shut(compartmentNumber));
      await actor.screen.waitFor("loading");
      expect(kioskRegister(actor.rig).get("compartment", String(compartmentNumber))?.contents).toEqual({
        kind: "unchecked",
      });
      await walk(actor, loading.before.slice(-2));
      expect(actor.memory.compartmentNumber).not.toBe(compartmentNumber);
      await actor.rig.hands.shut(actor.memory.compartmentNumber);
      await actor.screen.waitFor("loading", ({ loaded }) => loaded === 1);
      await walk(actor, loading.after);
    },
    TIMEOUT_MS,
  );

  test(
    "before the pulse of a collection left: the result stays, and the person may open again",
    async () => {
      await walk(actor, collectionSteps.slice(0, 1));
      await actor.rig.hands.control(SLOW_BOARD);
      actor.screen.touch({ kind: "enterSecondValue", digits: INTAKE.secondValue });
      await actor.screen.waitFor("collectionOpening");
      await killAndRestart(actor, () => actor.rig.hands.control({ action: "repair" }));
      const { compartmentNumber } = await actor.screen.waitFor("collectionConfirm");
      actor.memory.compartmentNumber = compartmentNumber;
      actor.screen.touch({ kind: "openAgain" });
      await actor.screen.waitFor("collectionOpen");
      await walk(actor, around(collectionSteps, "types the second value").after);
      expect(payloadsOf(kioskEvents(actor.rig), "resultCollected")).toMatchObject([{ isVerified: true }]);
    },
    TIMEOUT_MS,
  );

  /** Takes out every deposit as it was declared; the doors open one after the other. */
  async function emptyEverything(): Promise<void> {
    const { screen, rig } = actor;
    screen.touch({ kind: "startEmptying" });
    await screen.waitFor("emptyingCount");
    for (;;) {
      await screen.waitUntil(
        ({ screen: { name } }) => name === "emptyingCount" || name === "clerkHome",
        "the next door or the end",
      );
      const now = screen.snapshot.screen;
      if (now.name !== "emptyingCount") return;
      await rig.hands.waitOpen(now.deposit.compartmentNumber);
      screen.touch({ kind: "confirmCounted" });
      await screen.waitFor("emptyingClose");
      await rig.hands.shut(now.deposit.compartmentNumber);
      await screen.waitUntil(({ screen: { name } }) => name !== "emptyingClose", "the next step");
      await screen.waitUntil(({ screen: { name } }) => name !== "emptyingOpening", "the next door");
    }
  }
});
