import { describe, expect, it } from "vitest";
import { ViewPublisher } from "#controller/technician/viewPublisher.ts";
import type { TechnicianView } from "#core/contract/technician.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

const view: TechnicianView = {
  devices: [],
  doors: [],
  boards: [],
  trace: [],
  system: {
    softwareVersion: "0.1.0",
    upMs: 0,
    memoryBytes: 0,
    diskFreeBytes: 0,
    databaseBytes: 0,
    queueLength: 0,
    isTimeTrusted: true,
    network: "offline",
  },
  results: [],
  alarms: [],
  savedFiles: [],
};

describe("the live view", () => {
  it("is sent four times a second while technician mode is on, and not at all otherwise", async () => {
    const clock = new ManualClock();
    let sent = 0;
    const publisher = new ViewPublisher({ clock, makeView: () => view, send: () => (sent += 1) });
    await clock.advance(5_000);
    expect(sent).toBe(0);
    publisher.setOn(true);
    publisher.setOn(true);
    await clock.advance(1_000);
    expect(sent).toBe(5);
    publisher.setOn(false);
    await clock.advance(5_000);
    expect(sent).toBe(5);
    expect(clock.nextMs()).toBeUndefined();
  });
});
