import { describe, expect, it } from "vitest";
import { ripeDossiers } from "#controller/retention/ripeDossiers.ts";
import type { KioskEvent, StoredEvent } from "#core/events/event.ts";
import { applyEvent } from "#core/register/apply.ts";
import type { Place } from "#core/register/records.ts";
import { RegisterLayer } from "#core/register/register.ts";

const DAY_MS = 86_400_000;
const leftAtMs = Date.UTC(2026, 10, 1);
const dossierId = "a".repeat(32);
const clerk = { staffId: "CB-7", exchangeId: "e".repeat(32) };

/** A log of bare events: number, wall time, whether it was trusted. */
function logOf(events: readonly Pick<StoredEvent, "seq" | "atMs" | "isTimeTrusted">[]) {
  const rest = {
    logId: "0".repeat(32),
    type: "x",
    version: 1,
    payload: "{}",
    sealed: null,
    previousHash: "",
    hash: "",
  };
  return {
    eventsAfter: (afterSeq: number, limit: number) =>
      events
        .filter(({ seq }) => seq > afterSeq)
        .slice(0, limit)
        .map((event) => ({ ...rest, ...event })),
  };
}

function registerWith(place: Place, more: { leftSeq?: number; dueDate?: string; openCase?: boolean } = {}) {
  const register = new RegisterLayer();
  const times = more.dueDate === undefined ? undefined : { droppedAtMs: 0, dueDate: more.dueDate };
  const counts = { counts: [], dossierCount: 1, rejectionsMs: [], copies: 0 };
  register.set("dossier", { dossierId, place, leftSeq: more.leftSeq, times, ...counts });
  const about = { caseNumber: 1, kind: "discrepancy", openedAtMs: 0, dossierId } as const;
  if (more.openCase !== undefined) register.set("case", { ...about, isOpen: more.openCase });
  return register;
}

/** Which days after leaving the dossier is ripe on, of those asked for. */
function ripeOn(
  days: readonly number[],
  register: RegisterLayer,
  log = logOf([{ seq: 5, atMs: leftAtMs, isTimeTrusted: true }]),
) {
  const parts = { register, log, liveKeys: [{ dossierId, fromSeq: 5 }], retentionMs: 30 * DAY_MS };
  return days.filter((day) => ripeDossiers({ ...parts, nowMs: leftAtMs + day * DAY_MS }).length > 0);
}

describe("the end of retention", () => {
  it("comes to the day after the dossier left: collected, at the counter, with the citizen, missing", () => {
    const places: Place[] = [{ kind: "collected" }, { kind: "counter" }, { kind: "withCitizen" }, { kind: "missing" }];
    for (const place of places)
      expect(ripeOn([0, 29, 30, 31], registerWith(place, { leftSeq: 5 })), place.kind).toEqual([30, 31]);
  });

  it("never comes while the dossier is or may be in a compartment or with a clerk", () => {
    const register = new RegisterLayer();
    const apply = (event: Omit<KioskEvent, "seq" | "atMs">, seq: number) =>
      // The parts belong to one event type each; the compiler cannot follow them through the spread.
      applyEvent(register, { ...event, seq, atMs: leftAtMs } as KioskEvent);
    const compartmentNumber = 1;
    apply(
      {
        type: "compartmentCommissioned",
        payload: { compartmentNumber, board: "A", channel: 1, heightMm: 200, isWithinSeatedReach: true },
      },
      1,
    );
    apply({ type: "dossierAnnounced", payload: { dossierId, officialCode: "H29", source: "clerk" }, sealed: "x" }, 2);
    expect(register.get("dossier", dossierId)?.leftSeq).toBe(2);
    const pickup = { selector: "123", salt: "AAAA", hash: "AAAA" };
    apply({ type: "resultLoaded", payload: { ...clerk, dossierId, compartmentNumber, pickup } }, 3);
    expect(ripeOn([10_000], register)).toEqual([]);
    const collected = { visitId: "f".repeat(32), dossierId, compartmentNumber, isVerified: true };
    apply({ type: "resultCollected", payload: { ...collected, confirmedBy: "nobody" } }, 4);
    expect(ripeOn([10_000], register)).toEqual([]);
    apply({ type: "unexpectedContentsFound", payload: { ...clerk, caseNumber: 1, compartmentNumber } }, 5);
    expect(register.get("dossier", dossierId)?.place.kind).toBe("withClerk");
    expect(ripeOn([10_000], register)).toEqual([]);
    apply({ type: "dossierHandedToCounter", payload: { ...clerk, dossierId } }, 5);
    expect(ripeOn([29, 30], register)).toEqual([30]);
  });

  it("waits for an open case, and counts from its closing", () => {
    const register = registerWith({ kind: "missing" }, { leftSeq: 5, openCase: true });
    expect(ripeOn([1_000], register)).toEqual([]);
    const closing = { type: "caseClosed", payload: { caseNumber: 1, staffId: "CB-7" } } as const;
    applyEvent(register, { ...closing, seq: 9, atMs: leftAtMs + 90 * DAY_MS });
    const log = logOf(
      [5, 9].map((seq) => ({ seq, atMs: leftAtMs + (seq === 9 ? 90 : 0) * DAY_MS, isTimeTrusted: true })),
    );
    expect(ripeOn([100, 119, 120], register, log)).toEqual([120]);
  });

  it("waits for the due day of a dossier at the counter, whose result may come back to this kiosk", () => {
    const register = registerWith({ kind: "counter" }, { leftSeq: 5, dueDate: "2026-11-20" });
    expect(ripeOn([30, 49, 50], register)).toEqual([50]);
  });

  it("counts from the next trusted event where the clock was not trusted when the dossier left", () => {
    const dark = Array.from({ length: 20 }, (_, index) => ({ seq: 5 + index, atMs: 0, isTimeTrusted: false }));
    const register = registerWith({ kind: "collected" }, { leftSeq: 5 });
    expect(ripeOn([10_000], register, logOf(dark))).toEqual([]);
    const light = { seq: 25, atMs: leftAtMs + 10 * DAY_MS, isTimeTrusted: true };
    expect(ripeOn([30, 39, 40], register, logOf([...dark, light]))).toEqual([40]);
  });

  it("comes for a deposit that never came about, whose key belongs to no record", () => {
    expect(ripeOn([29, 30], new RegisterLayer())).toEqual([30]);
  });
});
