import { describe, expect, it } from "vitest";
import { dropTicketNumber } from "#core/domain/dropTicket.ts";
import type { StepName } from "#flow/state.ts";
import { stepNames } from "#flow/step.ts";
import { foreignCodes } from "#tests/support/anyInput.ts";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, withResult } from "#tests/support/flowMoves.ts";
import { CITIZEN_NAME, CITIZEN_PHONE } from "#tests/support/flowWorld.ts";

type CodeName = keyof typeof foreignCodes;

/** Codes that mean the same wherever they are shown. */
const foreign = {
  bankCode: "bankCode",
  webAddress: "webAddress",
  unreadableCode: "unreadableCode",
  tooLong: "unreadableCode",
  damagedReceipt: "unreadableCode",
  foreignCode: "foreignCode",
} as const;

/** What is told of a card that is not the wanted one, where a card is wanted; elsewhere the wanted thing is named. */
const foreignCards = {
  healthCard: "healthCard",
  oldDeclaration: "oldDeclaration",
  cardNumber: "oldCard",
  cardBack: "oldCard",
  phoneCode: "phoneCode",
} as const;

const ofStep: readonly [StepName, Partial<Record<CodeName, string>>][] = [
  [
    "card",
    {
      ...foreign,
      ...foreignCards,
      forgedReceipt: "notACard",
      bagLabel: "notACard",
      staffCard: "notACard",
      faultyCitizenCard: "cardFieldsWrong",
    },
  ],
  ["identity", { ...foreign, ...foreignCards, ticket: "notACard", faultyCitizenCard: "cardFieldsWrong" }],
  [
    "bag",
    {
      ...foreign,
      healthCard: "notABagLabel",
      forgedReceipt: "notABagLabel",
      citizenCard: "notABagLabel",
      faultyCitizenCard: "notABagLabel",
    },
  ],
  [
    "credential",
    {
      ...foreign,
      healthCard: "notAReceipt",
      phoneCode: "notAReceipt",
      citizenCard: "notAReceipt",
      ticket: "notAReceipt",
      forgedReceipt: "tokenNotValid",
    },
  ],
  ["lookup", { ...foreign, forgedReceipt: "ticketNotFound", ticket: "ticketNotFound", citizenCard: "notAReceipt" }],
  ["loading", { ...foreign, forgedReceipt: "ticketNotFound", ticket: "ticketNotFound", staffCard: "ticketNotFound" }],
];

describe("a wrong code", () => {
  it.each(
    ofStep.flatMap(([name, problems]) =>
      // The table's keys are the codes' names; `Object.entries` forgets that.
      (Object.entries(problems) as [CodeName, string][]).map(([code, problem]) => ({ name, code, problem })),
    ),
  )("$code at $name gets the sentence for $problem", ({ name, code, problem }) => {
    const kiosk = kioskAt(name);
    kiosk.scan(foreignCodes[code]);
    expect(kiosk.screen).toMatchObject({ name, problem });
  });

  it.each(ofStep.map(([name]) => name))("that is no text at all gets its sentence at %s too", (name) => {
    const kiosk = kioskAt(name);
    kiosk.give({ kind: "unreadableScan" });
    expect(kiosk.screen).toMatchObject({ name, problem: "unreadableCode" });
  });

  it.each(stepNames.filter((name) => ofStep.every(([other]) => other !== name)))(
    "that is no text at all changes nothing at %s",
    (name) => {
      const kiosk = kioskAt(name);
      const before = kiosk.screen;
      kiosk.give({ kind: "unreadableScan" });
      expect(kiosk.screen).toEqual(before);
    },
  );

  it("at the idle screen changes nothing, unless it was a receipt that is damaged", () => {
    const kiosk = new FlowKiosk();
    for (const code of ["healthCard", "webAddress", "tooLong", "bagLabel", "foreignStaffCard"] as const)
      kiosk.scan(foreignCodes[code]);
    expect(kiosk.stepName).toBe("home");
    kiosk.scan(foreignCodes.damagedReceipt);
    expect(kiosk.screen).toMatchObject({ name: "credential", problem: "unreadableCode" });
  });

  it("gives way to the right one", () => {
    const kiosk = kioskAt("card");
    kiosk.scan(foreignCodes.healthCard);
    kiosk.scan(foreignCodes.citizenCard);
    expect(kiosk.screen).toEqual({ name: "phone", personName: CITIZEN_NAME });
  });
});

describe("looking up a dossier", () => {
  it("by receipt, ticket or label says where it is and what is due when, never whose it is", () => {
    const kiosk = new FlowKiosk();
    const { token, ticket } = deposit(kiosk, { bagLabel: "TUI-0009" });
    for (const code of [token, ticket, "TUI-0009"]) {
      kiosk.touch({ kind: "startLookup" });
      kiosk.scan(code);
      expect(kiosk.screen).toMatchObject({ name: "lookupResult", dossier: { ticket, place: "inKiosk" } });
      for (const secret of [CITIZEN_NAME, CITIZEN_PHONE]) expect(JSON.stringify(kiosk.screen)).not.toContain(secret);
      kiosk.touch({ kind: "finish" });
    }
  });

  it("takes a typed ticket with spaces, and tells a wrong number from an unknown one", () => {
    const kiosk = new FlowKiosk();
    const { ticket } = deposit(kiosk);
    kiosk.touch({ kind: "startLookup" }, { kind: "enterTicket", ticket: "0427000011" });
    expect(kiosk.screen).toMatchObject({ problem: "ticketWrong" });
    kiosk.touch({ kind: "enterTicket", ticket: dropTicketNumber(427, 99_999) });
    expect(kiosk.screen).toMatchObject({ problem: "ticketNotFound" });
    kiosk.touch({ kind: "enterTicket", ticket: `${ticket.slice(0, 4)} ${ticket.slice(4)}` });
    expect(kiosk.stepName).toBe("lookupResult");
    kiosk.touch({ kind: "back" });
    expect(kiosk.stepName).toBe("lookup");
  });

  it("says that a result is ready", () => {
    const kiosk = new FlowKiosk();
    const { ticket } = withResult(kiosk);
    kiosk.touch({ kind: "startLookup" }, { kind: "enterTicket", ticket });
    expect(kiosk.screen).toMatchObject({ dossier: { place: "resultReady" } });
  });

  it("of a label that was used again means the dossier that used it last", () => {
    const kiosk = new FlowKiosk();
    const { dossierId, compartmentNumber } = deposit(kiosk, { bagLabel: "TUI-0001" });
    const by = { staffId: "CB-12", exchangeId: "0".repeat(32), dossierId };
    kiosk.append({ type: "dossierTakenOver", payload: { ...by, compartmentNumber, counts: [], dossierCount: 1 } });
    kiosk.append({ type: "dossierHandedToCounter", payload: by });
    kiosk.nowMs += 86_400_000;
    const { ticket } = deposit(kiosk, { bagLabel: "TUI-0001" });
    kiosk.touch({ kind: "startLookup" });
    kiosk.scan("TUI-0001");
    expect(kiosk.screen).toMatchObject({ dossier: { ticket } });
  });
});
