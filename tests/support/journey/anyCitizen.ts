import { z } from "zod";
import type { Snapshot } from "#core/contract/channel.ts";
import type { ScreenOf } from "#core/contract/screen.ts";
import { formatDropTicketNumber } from "#core/domain/dropTicket.ts";
import { codeOnPaper } from "../rig/paperCode.ts";
import { deskCode } from "../rig/rigConfig.ts";
import { until } from "../until.ts";
import type { Actor } from "./actor.ts";
import { INTAKE } from "./intakeSteps.ts";

/** Copies of a receipt that one visit prints. */
const MOST_COPIES = 3;

/** Does what a sensible citizen does on this screen; false where the screen is not a citizen's or asks for nothing. */
export async function actAsCitizen(actor: Actor, { screen }: Snapshot): Promise<boolean> {
  return (await prepareDeposit(actor, screen)) || (await handIn(actor, screen)) || (await collect(actor, screen));
}

type Screen = Snapshot["screen"];

async function prepareDeposit({ screen, rig }: Actor, at: Screen): Promise<boolean> {
  switch (at.name) {
    case "procedure":
      screen.touch({ kind: "chooseProcedure", procedureId: INTAKE.procedureId });
      return true;
    case "papers":
      screen.touch({ kind: "confirmPapers" });
      return true;
    case "consent":
      screen.touch({ kind: "giveConsent" });
      return true;
    case "card":
      rig.scanner.show(deskCode("citizen"));
      return true;
    case "phone":
      screen.touch({ kind: "enterPhone", phone: INTAKE.phone });
      return true;
    case "phoneReadBack":
      screen.touch({ kind: "confirmPhone" });
      return true;
    case "bag":
      rig.scanner.show(deskCode("bagLabel"));
      return true;
    default:
      return false;
  }
}

async function handIn(actor: Actor, at: Screen): Promise<boolean> {
  const { screen, rig } = actor;
  switch (at.name) {
    case "depositReady":
      if (!at.isOpening) screen.touch({ kind: "openCompartment" });
      return !at.isOpening;
    case "depositOpen":
      await rig.hands.putBag(at.compartmentNumber);
      await rig.hands.shut(at.compartmentNumber);
      return true;
    case "depositCheck": {
      const { hasBag } = await rig.hands.look(at.compartmentNumber);
      screen.touch({ kind: hasBag ? "confirmBagInside" : "openAgain" });
      return true;
    }
    case "receipt":
      return takeReceipt(actor, at);
    case "rating":
      screen.touch({ kind: "rate", rating: "satisfied" });
      return true;
    case "thanks":
    case "depositStopped":
      screen.touch({ kind: "finish" });
      return true;
    default:
      return false;
  }
}

/** Whoever got no receipt after three copies leaves without one; the message with the pickup code will do. */
async function takeReceipt({ screen, rig, memory }: Actor, at: ScreenOf<"receipt">): Promise<boolean> {
  if (at.paper === "printing") return false;
  const isOut = at.paper === "printed";
  memory.ticket = at.ticket;
  memory.receiptCode = isOut ? await codeOnPaper(await rig.hands.newestPaper()) : "";
  screen.touch({ kind: isOut || at.copies >= MOST_COPIES ? "finish" : "printAgain" });
  return true;
}

async function collect(actor: Actor, at: Screen): Promise<boolean> {
  const { screen, rig } = actor;
  switch (at.name) {
    case "secondValue":
      screen.touch({ kind: "enterSecondValue", digits: INTAKE.secondValue });
      return true;
    case "collectionOpen":
      if ((await rig.hands.look(at.compartmentNumber)).hasBag) await rig.hands.takeBag(at.compartmentNumber);
      await rig.hands.shut(at.compartmentNumber);
      return true;
    case "collectionConfirm": {
      const { hasBag } = await rig.hands.look(at.compartmentNumber);
      const nothing = at.canOpenAgain ? "openAgain" : "confirmNothingTaken";
      screen.touch({ kind: hasBag ? nothing : "confirmTaken" });
      return true;
    }
    case "credential":
      if (actor.memory.receiptCode !== "") screen.touch({ kind: "back" });
      else if (!at.isChecking) screen.touch({ kind: "enterPickupCode", code: await pickupCodeOf(actor) });
      return true;
    case "notReady":
    case "collectionFailed":
      screen.touch({ kind: "back" });
      return true;
    default:
      return false;
  }
}

/** Reads the pickup code in the message on the citizen's phone, once the back office has sent it. */
function pickupCodeOf({ rig, memory }: Actor): Promise<string> {
  return until(
    async () => {
      const messages = Messages.parse(await (await fetch(`${rig.officeUrl}/desk/messages`)).json());
      const message = messages.find(({ text }) => text.includes(formatDropTicketNumber(memory.ticket)));
      const [, first, second] = /: (\d{4}) (\d{4})\./.exec(message?.text ?? "") ?? [];
      return first !== undefined && second !== undefined && `${first}${second}`;
    },
    { what: `the message about ${memory.ticket}` },
  );
}

const Messages = z.array(z.object({ text: z.string() }));
