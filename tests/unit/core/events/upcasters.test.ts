import { describe, expect, it } from "vitest";
import { readEvent } from "#core/events/event.ts";
import { eventCatalogue } from "#core/events/payloads.ts";
import { missingUpcasters, upcast, upcasters } from "#core/events/upcasters.ts";
import { writtenEvents } from "./writtenEvents.ts";

describe("events of earlier versions", () => {
  it.each(writtenEvents.map((event) => [`${event.type} ${event.version}, shape ${event.seq}`, event] as const))(
    "are read by every later program: %s",
    (_name, event) => {
      expect(readEvent(event)).toMatchObject({ ok: true, value: { type: event.type } });
    },
  );

  it("have a sample of each version that the catalogue ever had", () => {
    const needed = Object.entries(eventCatalogue).flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, index) => `${type} ${index + 1}`),
    );
    expect([...new Set(writtenEvents.map(({ type, version }) => `${type} ${version}`))].toSorted()).toEqual(
      needed.toSorted(),
    );
  });

  it("all have a way to the newest version, and a version raised without one is found", () => {
    expect(missingUpcasters(eventCatalogue)).toEqual([]);
    expect(missingUpcasters({ ...eventCatalogue, caseOpened: { version: 3 } })).toEqual(["caseOpened 2"]);
    expect(missingUpcasters({ kioskStarted: { version: 3 } })).toEqual(["kioskStarted 1", "kioskStarted 2"]);
  });

  it("have no upcaster that nothing needs", () => {
    const steps = Object.entries(upcasters).flatMap(([type, of]) =>
      Object.keys(of ?? {}).map((from) => ({ type, from: Number(from) })),
    );
    const versions = new Map<string, number>(Object.entries(eventCatalogue).map(([type, of]) => [type, of.version]));
    expect(steps.filter(({ type, from }) => from >= (versions.get(type) ?? 0))).toEqual([]);
  });

  it("go through every version in turn", () => {
    const known = { parcel: { 1: (p: unknown) => [p, "to 2"], 2: (p: unknown) => [p, "to 3"] } };
    expect(upcast("first", { type: "parcel", from: 1, to: 3 }, known)).toEqual([["first", "to 2"], "to 3"]);
    expect(upcast("second", { type: "parcel", from: 2, to: 3 }, known)).toEqual(["second", "to 3"]);
    expect(upcast("first", { type: "parcel", from: 1, to: 4 }, known)).toBeUndefined();
  });

  it("of a collection without a word on who confirmed it count as confirmed by nobody", () => {
    const [first, later] = writtenEvents.filter(({ type }) => type === "resultCollected");
    expect(first && readEvent(first)).toMatchObject({ value: { payload: { confirmedBy: "nobody" } } });
    expect(later && readEvent(later)).toMatchObject({ value: { payload: { confirmedBy: "person" } } });
  });
});
