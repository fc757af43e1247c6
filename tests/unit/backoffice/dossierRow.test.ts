import { expect, test } from "vitest";
import { type DossierRow, projectDossier, settleUnfinished } from "#backoffice/register/dossierRow.ts";
import { type KioskEvent, readEvent } from "#core/events/event.ts";
import { idOf, KioskLog } from "../../support/kioskLog.ts";

const dossierId = idOf("dossier");
const byStaff = { staffId: "CB-07", exchangeId: idOf("exchange") };

function event(type: string, payload: object): KioskEvent {
  const read = readEvent(new KioskLog().append(type, payload));
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function announced(): DossierRow {
  const row = projectDossier(
    undefined,
    event("dossierAnnounced", { dossierId, officialCode: "H29-1", source: "directory" }),
    1,
  );
  if (!row) throw new Error("An announced dossier is in the register.");
  return row;
}

const collected = (isVerified: boolean) =>
  event("resultCollected", {
    visitId: idOf("visit"),
    dossierId,
    compartmentNumber: 3,
    isVerified,
    confirmedBy: "person",
  });
const loaded = event("resultLoaded", {
  ...byStaff,
  dossierId,
  compartmentNumber: 3,
  pickup: { selector: "123", salt: "AAAA", hash: "AAAA" },
});
const abandoned = (more: object) =>
  event("depositAbandoned", {
    visitId: idOf("visit"),
    procedureId: "p",
    counts: [],
    dossierCount: 1,
    bagLabel: "TUI-1",
    compartmentNumber: 5,
    reason: "timedOut",
    dossierId,
    ...more,
  });

test("a collection whose door was seen open and shut is official status 10; on less it never is", () => {
  const result = projectDossier(announced(), loaded, 1);
  expect(result).toMatchObject({ place: "compartment", isResult: true, officialStatus: 9 });
  expect(projectDossier(result, collected(true), 1)).toMatchObject({ place: "collected", officialStatus: 10 });
  expect(projectDossier(result, collected(false), 1)).toMatchObject({
    place: "collectedUnverified",
    officialStatus: 9,
  });
});

test("custody moves without an official code leave the official axis empty", () => {
  const row = { ...announced(), officialCode: null, officialStatus: null };
  const result = projectDossier(row, loaded, 1);
  expect(result).toMatchObject({ officialStatus: null });
  expect(projectDossier(result, collected(true), 1)).toMatchObject({ place: "collected", officialStatus: null });
});

test("an event about a dossier that was never introduced is a fault, not a new dossier", () => {
  expect(() => projectDossier(undefined, loaded, 1)).toThrow(/never introduced/);
});

test("an abandoned deposit enters the register only with a case, and a look into its compartment settles it", () => {
  expect(projectDossier(undefined, abandoned({}), 1)).toBeUndefined();
  const row = projectDossier(undefined, abandoned({ caseNumber: 4 }), 1);
  expect(row).toMatchObject({ place: "unfinished", compartmentNumber: 5 });
  if (!row) return;
  const empty = event("compartmentSeenEmpty", { compartmentNumber: 5, staffId: "CB-07" });
  const found = event("unexpectedContentsFound", { ...byStaff, caseNumber: 5, compartmentNumber: 5 });
  expect(settleUnfinished(row, empty)).toMatchObject({ place: "withCitizen", compartmentNumber: null });
  expect(settleUnfinished(row, found)).toMatchObject({ place: "clerk", staffId: "CB-07" });
  expect(settleUnfinished(row, loaded)).toBeUndefined();
});

test("a result that a clerk finds where it was loaded is with the clerk and was never returned", () => {
  const found = event("unexpectedContentsFound", { ...byStaff, caseNumber: 5, compartmentNumber: 3, dossierId });
  const row = projectDossier(projectDossier(announced(), loaded, 1), collected(true), 1);
  expect(projectDossier(row, found, 1)).toMatchObject({ place: "clerk", staffId: "CB-07", officialStatus: 9 });
});
