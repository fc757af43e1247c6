import { StoreDamage } from "#core/events/eventParts.ts";
import { compartmentsOf } from "#core/register/register.ts";
import type { Input } from "#flow/input.ts";
import { everyIntent, foreignCodes } from "../anyInput.ts";
import type { FlowKiosk } from "../flowKiosk.ts";
import { CITIZEN_PHONE, CLERK_CARD, clerk, idOf, TECHNICIAN_CARD, technician } from "../flowWorld.ts";

type PlainKind = Exclude<Input["kind"], "intent">;

/** A column of the table: an input's kind, and for an intent its own kind too. */
export type InputKey = PlainKind | `intent ${string}`;

type Variants = (kiosk: FlowKiosk) => readonly Input[];

const doors = (kiosk: FlowKiosk) =>
  compartmentsOf(kiosk.log.register).map(({ compartmentNumber }) => compartmentNumber);

/** Every kind of input that is no intent, with all that it can say of this kiosk; the compiler says which is missing. */
const plain: { readonly [K in PlainKind]: Variants } = {
  scan: ({ log }) => {
    const tokens = log.drafts.flatMap((draft) =>
      draft.type === "dossierDeposited" ? [draft.personal.receiptToken ?? "", draft.payload.ticket] : [],
    );
    const texts = [...Object.values(foreignCodes), ...tokens, CLERK_CARD, TECHNICIAN_CARD];
    return texts.map((text) => ({ kind: "scan", text }));
  },
  storeJudged: () =>
    StoreDamage.options.flatMap((damage) =>
      [true, false].map((isDamaged): Input => ({ kind: "storeJudged", damage, isDamaged })),
    ),
  unreadableScan: () => [{ kind: "unreadableScan" }],
  doorChanged: (kiosk) =>
    doors(kiosk).flatMap((compartmentNumber) =>
      (["open", "closed", "unknown"] as const).map((door): Input => {
        return { kind: "doorChanged", compartmentNumber, reading: { door, occupancy: "notSupported" } };
      }),
    ),
  unlockEnded: (kiosk) =>
    compartmentsOf(kiosk.log.register).flatMap(({ compartmentNumber, request }) =>
      (["opened", "alreadyOpen", "jammed", "noReply", "unresolved", "expired"] as const).flatMap((outcome): Input[] => {
        const requestId = request?.requestId ?? idOf("of nobody");
        const ended = { kind: "unlockEnded", requestId, compartmentNumber, outcome } as const;
        return [ended, { ...ended, isRecovered: true }];
      }),
    ),
  printEnded: ({ log }) =>
    [...log.register.all("printJob"), { printJobId: idOf("of nobody") }].flatMap(({ printJobId }) =>
      (["printing", "printed", "unverified", "notPrinted", "unresolved"] as const).map((state): Input => {
        return { kind: "printEnded", printJobId, state };
      }),
    ),
  pickupCodeChecked: ({ log }) => [
    { kind: "pickupCodeChecked" },
    ...[...log.register.all("dossier")].flatMap(({ dossierId }): Input[] => [
      { kind: "pickupCodeChecked", dossierId },
      { kind: "pickupCodeChecked", candidateId: dossierId },
    ]),
  ],
  pinChecked: () =>
    [clerk, technician].flatMap(({ staffId }): Input[] => [
      { kind: "pinChecked", staffId, isRight: true },
      { kind: "pinChecked", staffId, isRight: false },
    ]),
  pickupCodeMade: ({ log }) =>
    [idOf("of nobody"), ...[...log.register.all("dossier")].map(({ dossierId }) => dossierId)].map((dossierId) => {
      const credential = { selector: "123", salt: "AAAA", hash: "AAAA" };
      return { kind: "pickupCodeMade", dossierId, code: "12345678", credential };
    }),
  doorStoodOpen: (kiosk) =>
    doors(kiosk).flatMap((compartmentNumber) =>
      (["lingering", "leftOpen", "suspect"] as const).map((stage): Input => {
        return { kind: "doorStoodOpen", compartmentNumber, stage };
      }),
    ),
  safetyChanged: () =>
    (["active", "calm", "notSupported"] as const).map((contact): Input => {
      return { kind: "safetyChanged", tamper: contact, panic: contact };
    }),
  powerChanged: () =>
    (["mains", "battery"] as const).map((source): Input => {
      return { kind: "powerChanged", status: { source, battery: "low", isShuttingDown: false } };
    }),
  clockJudged: () => [{ kind: "clockJudged", steppedByMs: 60_000, trust: "plausible" }],
  clientsAcknowledged: ({ clients }) => [
    { kind: "clientsAcknowledged", clients: [] },
    { kind: "clientsAcknowledged", clients: ["page", "control", "sync", ...clients] },
  ],
  clientsOverdue: () => [{ kind: "clientsOverdue" }],
  deviceTestEnded: () =>
    (["clock", "printer"] as const).flatMap((kind): Input[] => [
      { kind: "deviceTestEnded", test: { kind }, outcome: "passed", facts: {} },
      { kind: "deviceTestEnded", test: { kind }, outcome: "unresolved", facts: {}, asksPerson: true },
    ]),
  fileSaved: () =>
    (["trace", "report"] as const).flatMap((what): Input[] => [
      { kind: "fileSaved", what },
      { kind: "fileSaved", what, file: "trace-1.json" },
    ]),
  maintenanceOpening: (kiosk) =>
    [...doors(kiosk), 99].flatMap((compartmentNumber) =>
      [1, 2].map((pulse): Input => {
        return { kind: "maintenanceOpening", compartmentNumber, staffId: technician.staffId, pulse };
      }),
    ),
  patienceEnded: () => [{ kind: "patienceEnded" }],
  warningEnded: () => [{ kind: "warningEnded" }],
  restarted: () => [{ kind: "restarted" }, { kind: "restarted", isStale: true }],
};

/** What an intent of this kind may carry besides the sample of `everyIntent`. */
function alsoMeaning(kiosk: FlowKiosk, intent: (typeof everyIntent)[number]): (typeof everyIntent)[number][] {
  const tickets = [...kiosk.log.register.all("dossier")].flatMap(({ ticket }) => ticket ?? []);
  switch (intent.kind) {
    case "enterTicket":
    case "unlockCredential":
      return tickets.map((ticket) => ({ ...intent, ticket }));
    case "enterSecondValue":
      return [{ ...intent, digits: CITIZEN_PHONE.slice(-4) }];
    case "openDoor":
    case "cycleDoor":
    case "returnToService":
    case "takeOutOfService":
      return doors(kiosk).map((compartmentNumber) => ({ ...intent, compartmentNumber }));
    case "declareSensor":
      return doors(kiosk).flatMap((compartmentNumber) => [
        { ...intent, compartmentNumber },
        { ...intent, compartmentNumber, isFaulty: false },
      ]);
    case "chooseProcedure":
      return ["business", "marriage", "none"].map((procedureId) => ({ ...intent, procedureId }));
    case "setDossierCount":
      return [{ ...intent, dossierCount: 3 }];
    case "enterIdentity":
      return [{ ...intent, idNumber: "1234567890" }];
    case "acknowledgeAlarm":
      return [{ ...intent, alarm: "panic" }];
    case "showSection":
      return [{ ...intent, section: "cabinet" }];
    case "wantLowCompartment":
      return [{ ...intent, isWanted: false }];
    default:
      return [];
  }
}

/** The columns, with every input that stands for each at this kiosk. */
export function inputsAt(kiosk: FlowKiosk): ReadonlyMap<InputKey, readonly Input[]> {
  const columns = new Map<InputKey, readonly Input[]>();
  for (const [kind, variants] of Object.entries(plain)) columns.set(kind as PlainKind, variants(kiosk));
  for (const intent of everyIntent) {
    const variants = [intent, ...alsoMeaning(kiosk, intent)];
    columns.set(
      `intent ${intent.kind}`,
      variants.map((one) => ({ kind: "intent", intent: one })),
    );
  }
  return columns;
}
