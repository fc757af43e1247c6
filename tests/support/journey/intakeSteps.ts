import { codeOnPaper } from "../rig/paperCode.ts";
import { deskCode } from "../rig/rigConfig.ts";
import type { JourneyStep } from "./actor.ts";

/** What the citizen hands in: three originals more than the clerk will find. */
export const INTAKE = { procedureId: "dang-ky-ho-kinh-doanh", phone: "0901234567", secondValue: "4567" } as const;

/** A citizen hands in a dossier, from the idle screen to the idle screen. */
export const intakeSteps: readonly JourneyStep[] = [
  { title: "starts", screen: "procedure", act: async ({ screen }) => screen.touch({ kind: "startIntake" }) },
  {
    title: "chooses the procedure",
    screen: "papers",
    act: async ({ screen }) => screen.touch({ kind: "chooseProcedure", procedureId: INTAKE.procedureId }),
  },
  {
    title: "states two dossiers",
    screen: "papers",
    act: async ({ screen }) => {
      screen.touch({ kind: "setDossierCount", dossierCount: 2 });
      await screen.waitFor("papers", ({ dossierCount }) => dossierCount === 2);
    },
  },
  {
    title: "confirms the papers",
    screen: "consent",
    act: async ({ screen }) => screen.touch({ kind: "confirmPapers" }),
  },
  { title: "agrees", screen: "card", act: async ({ screen }) => screen.touch({ kind: "giveConsent" }) },
  {
    title: "shows the card to the scanner",
    screen: "phone",
    act: async ({ rig }) => rig.scanner.show(deskCode("citizen")),
  },
  {
    title: "types the phone number",
    screen: "phoneReadBack",
    act: async ({ screen }) => screen.touch({ kind: "enterPhone", phone: INTAKE.phone }),
  },
  { title: "confirms the number", screen: "bag", act: async ({ screen }) => screen.touch({ kind: "confirmPhone" }) },
  {
    title: "has a bag slip printed",
    screen: "bag",
    act: async ({ screen }) => {
      screen.touch({ kind: "printBagSlip" });
      await screen.waitFor("bag", ({ slip }) => slip === "printed");
    },
  },
  {
    title: "puts the slip in",
    screen: "depositReady",
    act: async ({ screen }) => screen.touch({ kind: "bagSlipInBag" }),
  },
  {
    title: "opens the compartment",
    screen: "depositOpen",
    act: async ({ rig, screen, memory }) => {
      memory.compartmentNumber = (await screen.waitFor("depositReady")).compartmentNumber;
      screen.touch({ kind: "openCompartment" });
      await rig.hands.waitOpen(memory.compartmentNumber);
      await screen.waitFor("depositOpen");
    },
  },
  {
    title: "puts the bag in",
    screen: "depositOpen",
    act: ({ rig, memory }) => rig.hands.putBag(memory.compartmentNumber),
  },
  {
    title: "shuts the door and takes the receipt",
    screen: "receipt",
    act: async ({ rig, screen, memory }) => {
      await rig.hands.shut(memory.compartmentNumber);
      const { ticket } = await screen.waitFor("receipt", ({ paper }) => paper === "printed");
      memory.ticket = ticket;
      memory.receiptCode = await codeOnPaper(await rig.hands.newestPaper());
    },
  },
  { title: "has the receipt", screen: "rating", act: async ({ screen }) => screen.touch({ kind: "finish" }) },
  {
    title: "rates the visit",
    screen: "thanks",
    act: async ({ screen }) => screen.touch({ kind: "rate", rating: "verySatisfied" }),
  },
  { title: "goes", screen: "home", act: async ({ screen }) => screen.touch({ kind: "finish" }) },
];
