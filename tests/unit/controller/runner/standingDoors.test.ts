import { describe, expect, it } from "vitest";
import { StandingDoors } from "#controller/runner/standingDoors.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

const minute = 60_000;

describe("doors that stand open", () => {
  it("are told of when they linger, when they are left open, and when the sensor itself is suspect", async () => {
    const clock = new ManualClock();
    const told: string[] = [];
    const doors = new StandingDoors(clock, ({ compartmentNumber, stage }) =>
      told.push(`${compartmentNumber} ${stage}`),
    );
    doors.note(3, "open");
    await clock.advance(20_000);
    doors.note(3, "open");
    expect(told).toEqual(["3 lingering"]);
    await clock.advance(50 * minute);
    expect(new Set(told.slice(1))).toEqual(new Set(["3 leftOpen"]));
    await clock.advance(15 * minute);
    expect(told.at(-1)).toBe("3 suspect");
  });

  it("are forgotten when they are shut or cannot be read", async () => {
    const clock = new ManualClock();
    const told: number[] = [];
    const doors = new StandingDoors(clock, ({ compartmentNumber }) => told.push(compartmentNumber));
    doors.note(1, "open");
    doors.note(2, "open");
    doors.note(4, "open");
    doors.note(1, "closed");
    doors.note(2, "unknown");
    await clock.advance(30_000);
    expect(told).toEqual([4]);
    doors.stop();
    expect(clock.nextMs()).toBeUndefined();
  });
});
