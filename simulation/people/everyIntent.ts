import type { Intent, IntentKind } from "#core/contract/intent.ts";

type IntentOf<K extends IntentKind> = Extract<Intent, { readonly kind: K }>;

/** One intent of each kind that carries more than its kind. */
const carrying: { readonly [K in IntentKind as keyof IntentOf<K> extends "kind" ? never : K]: IntentOf<K> } = {
  setPreferences: { kind: "setPreferences", preferences: { language: "en", textSize: 3, contrast: "high" } },
  chooseProcedure: { kind: "chooseProcedure", procedureId: "birth" },
  setCount: { kind: "setCount", count: { paperId: "form", originals: 2, certified: 0, photocopies: 1 } },
  setDossierCount: { kind: "setDossierCount", dossierCount: 2 },
  enterIdentity: { kind: "enterIdentity", name: "Nguyễn Văn Mẫu", idNumber: "079085000011" },
  enterPhone: { kind: "enterPhone", phone: "0912 345 678" },
  enterChosenDigits: { kind: "enterChosenDigits", digits: "5678" },
  wantLowCompartment: { kind: "wantLowCompartment", isWanted: true },
  enterPickupCode: { kind: "enterPickupCode", code: "12345678" },
  enterSecondValue: { kind: "enterSecondValue", digits: "5678" },
  rate: { kind: "rate", rating: "satisfied" },
  enterTicket: { kind: "enterTicket", ticket: "0427000013" },
  enterPin: { kind: "enterPin", pin: "2468" },
  returnToService: { kind: "returnToService", compartmentNumber: 1 },
  enterResultCode: { kind: "enterResultCode", code: "H29.1-261114-0001" },
  enterRecipient: { kind: "enterRecipient", secondValue: "5678", phone: "0912345678" },
  unlockCredential: { kind: "unlockCredential", ticket: "0427000013" },
  showSection: { kind: "showSection", section: "devices" },
  openDoor: { kind: "openDoor", compartmentNumber: 2 },
  cycleDoor: { kind: "cycleDoor", compartmentNumber: 3, rounds: 2 },
  takeOutOfService: { kind: "takeOutOfService", compartmentNumber: 2, reason: "dirty" },
  declareSensor: { kind: "declareSensor", compartmentNumber: 2, isFaulty: true },
  runTest: { kind: "runTest", test: { kind: "clock" } },
  confirmTest: { kind: "confirmTest", isGood: true },
  acknowledgeAlarm: { kind: "acknowledgeAlarm", alarm: "tamper" },
  commission: { kind: "commission", step: { kind: "begin" } },
};

type PlainKind = Exclude<IntentKind, keyof typeof carrying>;

const plain: { readonly [K in PlainKind]: true } = {
  keepAlive: true,
  back: true,
  cancel: true,
  finish: true,
  startIntake: true,
  startCollection: true,
  startLookup: true,
  showNotices: true,
  showElsewhere: true,
  confirmPapers: true,
  giveConsent: true,
  typeIdentity: true,
  confirmPhone: true,
  chooseDigitsInstead: true,
  printBagSlip: true,
  bagSlipInBag: true,
  openCompartment: true,
  reportTrouble: true,
  confirmBagInside: true,
  openAgain: true,
  stopWithSlip: true,
  printAgain: true,
  confirmTaken: true,
  confirmNothingTaken: true,
  startEmptying: true,
  startInspection: true,
  startLoading: true,
  confirmCounted: true,
  reportMissing: true,
  acceptDiscrepancy: true,
  countAgain: true,
  confirmEmpty: true,
  reportContents: true,
  skipCompartment: true,
  confirmLoaded: true,
  finishExchange: true,
  doorIsShut: true,
  acknowledgeTechnicianMode: true,
  stopDoorTest: true,
  saveTrace: true,
  printReport: true,
  saveReport: true,
  startEvacuation: true,
  leaveTechnicianMode: true,
};

/** One intent of every kind there is; the compiler says when one is missing. */
export const everyIntent: readonly Intent[] = [
  ...Object.values(carrying),
  // The keys of the table are the kinds; `Object.keys` forgets that.
  ...Object.keys(plain).map((kind) => ({ kind }) as Extract<Intent, { readonly kind: PlainKind }>),
];
