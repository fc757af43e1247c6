import type { Snapshot } from "#core/contract/channel.ts";
import { codeOnPaper } from "../rig/paperCode.ts";
import { deskCode } from "../rig/rigConfig.ts";
import type { Actor } from "./actor.ts";
import { INTAKE } from "./intakeSteps.ts";

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

async function handIn({ screen, rig, memory }: Actor, at: Screen): Promise<boolean> {
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
      if (at.paper === "printing") return false;
      if (at.paper === "printed") memory.receiptCode = await codeOnPaper(await rig.hands.newestPaper());
      screen.touch({ kind: at.paper === "printed" ? "finish" : "printAgain" });
      return true;
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

async function collect({ screen, rig }: Actor, at: Screen): Promise<boolean> {
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
    case "notReady":
    case "collectionFailed":
      screen.touch({ kind: "back" });
      return true;
    default:
      return false;
  }
}
