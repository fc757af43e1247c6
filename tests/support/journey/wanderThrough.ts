import { kioskRegister } from "../rig/logCheck.ts";
import { deskCode } from "../rig/rigConfig.ts";
import type { Actor } from "./actor.ts";
import { actAsCitizen } from "./anyCitizen.ts";
import { actAsClerk } from "./anyClerk.ts";

/** Most things that are done before the journey counts as stuck. */
const MOST_MOVES = 300;

/**
 * Lets a citizen and a clerk do the sensible thing on whatever screen they find, until one more dossier is collected.
 * `afterMove` may kill the controller and start it again, and says whether it did.
 */
export async function wanderThrough(actor: Actor, afterMove: () => Promise<boolean>): Promise<void> {
  const goal = collected(actor) + 1;
  for (let move = 0; move < MOST_MOVES; move += 1) {
    const { snapshot } = actor.screen;
    if (snapshot.screen.name === "home" && collected(actor) >= goal) return;
    const { revision } = snapshot;
    const hasActed =
      snapshot.screen.name === "home"
        ? chooseVisit(actor)
        : (await actAsCitizen(actor, snapshot)) || (await actAsClerk(actor, snapshot));
    // A program that starts again numbers its snapshots anew: what is there now is looked at.
    if (await afterMove()) continue;
    await actor.screen.waitUntil(
      (now) => now.revision !== revision || now.screen.name !== snapshot.screen.name,
      `something after "${snapshot.screen.name}"${hasActed ? "" : ", which asks for nothing"}`,
    );
  }
  throw new Error(`The journey is stuck at ${JSON.stringify(actor.screen.snapshot.screen)}.`);
}

function collected({ rig }: Actor): number {
  return [...kioskRegister(rig).all("dossier")].filter(({ place }) => place.kind === "collected").length;
}

/** Who comes next: the clerk while there is work, the citizen with the receipt once the result is there. */
function chooseVisit({ rig, screen, memory }: Actor): boolean {
  const register = kioskRegister(rig);
  const isResultHere = [...register.all("compartment")].some(({ contents }) => contents.kind === "result");
  const isWorkWaiting =
    [...register.all("dossier")].some(({ place }) => place.kind !== "collected" && place.kind !== "withCitizen") ||
    [...register.all("compartment")].some(
      ({ contents, outOfService }) => contents.kind === "unchecked" || outOfService !== undefined,
    );
  if (isResultHere && memory.receiptCode === "") screen.touch({ kind: "startCollection" });
  else if (isResultHere) rig.scanner.show(memory.receiptCode);
  else if (isWorkWaiting) rig.scanner.show(deskCode("clerk"));
  else screen.touch({ kind: "startIntake" });
  return true;
}
