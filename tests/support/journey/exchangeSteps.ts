import { deskCode, deskPin } from "../rig/rigConfig.ts";
import type { JourneyStep } from "./actor.ts";

/** A clerk takes the dossier out, counts less than was declared, and loads the finished result. */
export const exchangeSteps: readonly JourneyStep[] = [
  { title: "shows the staff card", screen: "pin", act: async ({ rig }) => rig.scanner.show(deskCode("clerk")) },
  {
    title: "types the PIN",
    screen: "clerkHome",
    act: async ({ screen }) => screen.touch({ kind: "enterPin", pin: deskPin("clerk") }),
  },
  {
    title: "starts emptying",
    screen: "emptyingCount",
    act: async ({ rig, screen, memory }) => {
      screen.touch({ kind: "startEmptying" });
      const { deposit } = await screen.waitFor("emptyingCount");
      memory.compartmentNumber = deposit.compartmentNumber;
      await rig.hands.waitOpen(deposit.compartmentNumber);
    },
  },
  {
    title: "takes the bag out and counts one dossier",
    screen: "emptyingCount",
    act: async ({ rig, screen, memory }) => {
      if ((await rig.hands.look(memory.compartmentNumber)).hasBag) await rig.hands.takeBag(memory.compartmentNumber);
      screen.touch({ kind: "setDossierCount", dossierCount: 1 });
      await screen.waitFor("emptyingCount", ({ dossierCount }) => dossierCount === 1);
    },
  },
  {
    title: "confirms the count",
    screen: "discrepancy",
    act: async ({ screen }) => screen.touch({ kind: "confirmCounted" }),
  },
  {
    title: "records the difference",
    screen: "emptyingClose",
    act: async ({ screen }) => screen.touch({ kind: "acceptDiscrepancy" }),
  },
  {
    title: "shuts the door",
    screen: "clerkHome",
    act: ({ rig, memory }) => rig.hands.shut(memory.compartmentNumber),
  },
  { title: "starts loading", screen: "loading", act: async ({ screen }) => screen.touch({ kind: "startLoading" }) },
  {
    title: "scans the ticket of the result",
    screen: "loadingOpen",
    act: async ({ rig, screen, memory }) => {
      rig.scanner.show(memory.receiptCode);
      const { compartmentNumber } = await screen.waitFor("loadingOpen", ({ isOpen }) => isOpen);
      memory.compartmentNumber = compartmentNumber;
      await rig.hands.waitOpen(compartmentNumber);
    },
  },
  {
    title: "puts the result in",
    screen: "loadingOpen",
    act: ({ rig, memory }) => rig.hands.putBag(memory.compartmentNumber),
  },
  {
    title: "shuts the door on the result",
    screen: "loading",
    act: async ({ rig, screen, memory }) => {
      await rig.hands.shut(memory.compartmentNumber);
      await screen.waitFor("loading", ({ loaded }) => loaded === 1);
    },
  },
  { title: "has no more results", screen: "clerkHome", act: async ({ screen }) => screen.touch({ kind: "back" }) },
  {
    title: "closes the exchange",
    screen: "exchangeDone",
    act: async ({ screen }) => screen.touch({ kind: "finishExchange" }),
  },
  { title: "leaves", screen: "home", act: async ({ screen }) => screen.touch({ kind: "finish" }) },
];
