import type { Snapshot } from "#core/contract/channel.ts";
import type { ScreenOf } from "#core/contract/screen.ts";
import { kioskRegister } from "../rig/logCheck.ts";
import { deskPin } from "../rig/rigConfig.ts";
import type { Actor } from "./actor.ts";

/** Does what a sensible clerk does on this screen; false where the screen is not a clerk's or asks for nothing. */
export async function actAsClerk(actor: Actor, { screen }: Snapshot): Promise<boolean> {
  return (await workFromList(actor, screen)) || (await empty(actor, screen)) || (await load(actor, screen));
}

type Screen = Snapshot["screen"];

async function workFromList(actor: Actor, at: Screen): Promise<boolean> {
  const { screen } = actor;
  switch (at.name) {
    case "pin":
      if (!at.isChecking) screen.touch({ kind: "enterPin", pin: deskPin("clerk") });
      return !at.isChecking;
    case "clerkHome":
      chooseWork(actor, at);
      return true;
    case "clerkDoorFailed":
    case "exchangeDone":
      screen.touch({ kind: "finish" });
      return true;
    default:
      return false;
  }
}

/** Compartments are put back into service and looked into first, so that nothing lies forgotten. */
function chooseWork({ screen, rig }: Actor, at: ScreenOf<"clerkHome">): void {
  const [broken] = at.outOfService;
  const isResultWaiting = [...kioskRegister(rig).all("dossier")].some(
    ({ place }) => place.kind === "withClerk" || place.kind === "counter",
  );
  if (broken !== undefined) screen.touch({ kind: "returnToService", compartmentNumber: broken.compartmentNumber });
  else if (at.unchecked.length > 0) screen.touch({ kind: "startInspection" });
  else if (at.deposits.length > 0) screen.touch({ kind: "startEmptying" });
  else screen.touch({ kind: isResultWaiting ? "startLoading" : "finishExchange" });
}

async function empty({ screen, rig: { hands } }: Actor, at: Screen): Promise<boolean> {
  switch (at.name) {
    case "emptyingCount": {
      const { compartmentNumber } = at.deposit;
      const { isOpen, hasBag } = await hands.look(compartmentNumber);
      if (isOpen && hasBag) await hands.takeBag(compartmentNumber);
      screen.touch({ kind: "confirmCounted" });
      return true;
    }
    case "discrepancy":
      screen.touch({ kind: "acceptDiscrepancy" });
      return true;
    case "emptyingClose":
    case "inspectingClose":
      await hands.shut(at.compartmentNumber);
      return true;
    case "inspecting": {
      if (!at.isOpen) return false;
      const { isOpen, hasBag } = await hands.look(at.compartmentNumber);
      if (hasBag && !isOpen) screen.touch({ kind: "skipCompartment" });
      else if (hasBag) {
        await hands.takeBag(at.compartmentNumber);
        screen.touch({ kind: "reportContents" });
      } else screen.touch({ kind: "confirmEmpty" });
      return true;
    }
    default:
      return false;
  }
}

async function load({ screen, rig, memory }: Actor, at: Screen): Promise<boolean> {
  switch (at.name) {
    case "loading":
      if (at.loaded > 0 || at.problem !== undefined) screen.touch({ kind: "back" });
      else if (memory.receiptCode === "") screen.touch({ kind: "enterResultCode", code: memory.ticket });
      else rig.scanner.show(memory.receiptCode);
      return true;
    case "loadingOpen": {
      const { isOpen } = await rig.hands.look(at.compartmentNumber);
      if (!at.isOpen || !isOpen) return false;
      await rig.hands.putBag(at.compartmentNumber);
      await rig.hands.shut(at.compartmentNumber);
      return true;
    }
    default:
      return false;
  }
}
