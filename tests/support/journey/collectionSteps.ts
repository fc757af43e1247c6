import type { JourneyStep } from "./actor.ts";
import { INTAKE } from "./intakeSteps.ts";

/** The citizen comes back with the receipt and takes the result. */
export const collectionSteps: readonly JourneyStep[] = [
  {
    title: "shows the receipt",
    screen: "secondValue",
    act: async ({ rig, memory }) => rig.scanner.show(memory.receiptCode),
  },
  {
    title: "mistypes the second value",
    screen: "secondValue",
    act: async ({ screen }) => {
      screen.touch({ kind: "enterSecondValue", digits: "0000" });
      await screen.waitFor("secondValue", ({ problem }) => problem === "secondValueWrong");
    },
  },
  {
    title: "types the second value",
    screen: "collectionOpen",
    act: async ({ rig, screen, memory }) => {
      screen.touch({ kind: "enterSecondValue", digits: INTAKE.secondValue });
      const { compartmentNumber } = await screen.waitFor("collectionOpen");
      memory.compartmentNumber = compartmentNumber;
      await rig.hands.waitOpen(compartmentNumber);
    },
  },
  {
    title: "takes the result",
    screen: "collectionOpen",
    act: ({ rig, memory }) => rig.hands.takeBag(memory.compartmentNumber),
  },
  {
    title: "shuts the emptied compartment",
    screen: "collectionConfirm",
    act: ({ rig, memory }) => rig.hands.shut(memory.compartmentNumber),
  },
  { title: "confirms to have it", screen: "rating", act: async ({ screen }) => screen.touch({ kind: "confirmTaken" }) },
  {
    title: "rates the collection",
    screen: "thanks",
    act: async ({ screen }) => screen.touch({ kind: "rate", rating: "satisfied" }),
  },
  { title: "goes home", screen: "home", act: async ({ screen }) => screen.touch({ kind: "finish" }) },
];

/** Anyone looks the dossier up. */
export const lookupSteps: readonly JourneyStep[] = [
  { title: "starts the look-up", screen: "lookup", act: async ({ screen }) => screen.touch({ kind: "startLookup" }) },
  {
    title: "types the ticket's number",
    screen: "lookupResult",
    act: async ({ screen, memory }) => screen.touch({ kind: "enterTicket", ticket: memory.ticket }),
  },
  { title: "has read where it is", screen: "home", act: async ({ screen }) => screen.touch({ kind: "finish" }) },
];
