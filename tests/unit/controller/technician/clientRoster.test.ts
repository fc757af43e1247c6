import { describe, expect, it } from "vitest";
import { ClientRoster } from "#controller/technician/clientRoster.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

describe("the roster of clients", () => {
  it("answers as soon as all have stepped aside", async () => {
    const clock = new ManualClock();
    const roster = new ClientRoster(clock, 5_000);
    roster.add("sync", { stepAside: async () => {} });
    roster.add("control", { stepAside: async () => {} });
    expect(roster.names).toEqual(["sync", "control"]);
    expect(await roster.ask()).toEqual(["sync", "control"]);
    expect(clock.nextMs()).toBeUndefined();
  });

  it("names only those who did so in time, also where one of them fails", async () => {
    const clock = new ManualClock();
    const roster = new ClientRoster(clock, 5_000);
    roster.add("sync", { stepAside: () => new Promise(() => {}) });
    roster.add("control", { stepAside: () => Promise.reject(new Error("gone")) });
    expect(await clock.until(roster.ask())).toEqual([]);
    expect(clock.monotonicMs()).toBe(5_000);
  });
});
