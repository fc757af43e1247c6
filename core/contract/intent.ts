import { z } from "zod";
import { CompartmentNumber } from "../domain/cabinet.ts";
import { PaperCount } from "../domain/paperCount.ts";
import { technicianIntents } from "./technician.ts";

const digits = (least: number, most: number) => z.string().regex(new RegExp(`^\\d{${least},${most}}$`));

/** How the person in front of the machine wants the screen; gone at the end of the visit, never stored with a person. */
export const Preferences = z.strictObject({
  language: z.enum(["vi", "en", "zh"]),
  /** 1 (smallest) to 4. */
  textSize: z.number().int().min(1).max(4),
  contrast: z.enum(["normal", "high"]),
});
export type Preferences = z.infer<typeof Preferences>;

/** What the touch screen asks for. The controller decides; an intent that does not suit the present step is ignored. */
export const Intent = z.discriminatedUnion("kind", [
  // Anywhere
  z.strictObject({ kind: z.literal("setPreferences"), preferences: Preferences }),
  z.strictObject({ kind: z.literal("keepAlive") }),
  z.strictObject({ kind: z.literal("back") }),
  z.strictObject({ kind: z.literal("cancel") }),
  z.strictObject({ kind: z.literal("finish") }),
  // Home
  z.strictObject({ kind: z.literal("startIntake") }),
  z.strictObject({ kind: z.literal("startCollection") }),
  z.strictObject({ kind: z.literal("startLookup") }),
  z.strictObject({ kind: z.literal("showNotices") }),
  // Intake
  z.strictObject({ kind: z.literal("chooseProcedure"), procedureId: z.string().min(1).max(80) }),
  z.strictObject({ kind: z.literal("showElsewhere") }),
  z.strictObject({ kind: z.literal("setCount"), count: PaperCount }),
  z.strictObject({ kind: z.literal("setDossierCount"), dossierCount: z.number().int().min(1).max(20) }),
  z.strictObject({ kind: z.literal("confirmPapers") }),
  z.strictObject({ kind: z.literal("giveConsent") }),
  z.strictObject({ kind: z.literal("typeIdentity") }),
  z.strictObject({ kind: z.literal("enterIdentity"), name: z.string().min(1).max(120), idNumber: digits(9, 12) }),
  z.strictObject({ kind: z.literal("enterPhone"), phone: z.string().min(1).max(20) }),
  z.strictObject({ kind: z.literal("confirmPhone") }),
  z.strictObject({ kind: z.literal("chooseDigitsInstead") }),
  z.strictObject({ kind: z.literal("enterChosenDigits"), digits: digits(4, 4) }),
  z.strictObject({ kind: z.literal("printBagSlip") }),
  z.strictObject({ kind: z.literal("bagSlipInBag") }),
  z.strictObject({ kind: z.literal("wantLowCompartment"), isWanted: z.boolean() }),
  z.strictObject({ kind: z.literal("openCompartment") }),
  z.strictObject({ kind: z.literal("reportTrouble") }),
  z.strictObject({ kind: z.literal("confirmBagInside") }),
  z.strictObject({ kind: z.literal("openAgain") }),
  /** The sensor says "open", and the person says that the door is shut. */
  z.strictObject({ kind: z.literal("doorIsShut") }),
  z.strictObject({ kind: z.literal("stopWithSlip") }),
  z.strictObject({ kind: z.literal("printAgain") }),
  // Collection
  z.strictObject({ kind: z.literal("enterPickupCode"), code: digits(8, 8) }),
  z.strictObject({ kind: z.literal("enterSecondValue"), digits: digits(4, 4) }),
  z.strictObject({ kind: z.literal("confirmTaken") }),
  z.strictObject({ kind: z.literal("confirmNothingTaken") }),
  z.strictObject({ kind: z.literal("rate"), rating: z.enum(["verySatisfied", "satisfied", "dissatisfied"]) }),
  // Look-up
  z.strictObject({ kind: z.literal("enterTicket"), ticket: z.string().min(1).max(60) }),
  // Clerk
  z.strictObject({ kind: z.literal("enterPin"), pin: digits(4, 8) }),
  z.strictObject({ kind: z.literal("startEmptying") }),
  z.strictObject({ kind: z.literal("startInspection") }),
  z.strictObject({ kind: z.literal("startLoading") }),
  z.strictObject({ kind: z.literal("confirmCounted") }),
  z.strictObject({ kind: z.literal("reportMissing") }),
  z.strictObject({ kind: z.literal("acceptDiscrepancy") }),
  z.strictObject({ kind: z.literal("countAgain") }),
  z.strictObject({ kind: z.literal("confirmEmpty") }),
  z.strictObject({ kind: z.literal("reportContents") }),
  z.strictObject({ kind: z.literal("skipCompartment") }),
  z.strictObject({ kind: z.literal("returnToService"), compartmentNumber: CompartmentNumber }),
  z.strictObject({ kind: z.literal("enterResultCode"), code: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal("enterRecipient"), secondValue: digits(4, 4), phone: z.string().max(20) }),
  z.strictObject({ kind: z.literal("confirmLoaded") }),
  z.strictObject({ kind: z.literal("unlockCredential"), ticket: z.string().min(1).max(60) }),
  z.strictObject({ kind: z.literal("finishExchange") }),
  // Technician
  ...technicianIntents,
]);
export type Intent = z.infer<typeof Intent>;
export type IntentKind = Intent["kind"];
