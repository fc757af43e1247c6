import { describe, expect, it } from "vitest";
import type { CommissioningView } from "#core/contract/technician.ts";
import { commissioningViews } from "#renderer/fixtures/commissioning.ts";
import {
  boardToCalibrate,
  channelToName,
  nextChannel,
  progressOf,
  restOf,
  stepOf,
} from "#renderer/screens/technician/commissioning/wizardStep.ts";

const views: Readonly<Record<keyof typeof commissioningViews, CommissioningView>> = commissioningViews;

describe("the wizard's page", () => {
  it("goes on to the numbers by itself when the last board has learned its doors", () => {
    expect(stepOf(views.calibrating)).toBe("calibrating");
    expect(stepOf({ ...views.firstDoor, phase: "calibrating" })).toBe("naming");
    expect(stepOf({ phase: "calibrating", boards: [] })).toBe("calibrating");
    expect(stepOf(views.saved)).toBe("saved");
  });

  it("waits for the door that is open before it asks for another board", () => {
    expect(boardToCalibrate(views.calibrating)?.board).toBe("A");
    expect(boardToCalibrate(views.noChange)?.board).toBe("B");
    const [first, second] = views.calibrating.boards;
    if (first === undefined || second === undefined) throw new Error("The fixture has two boards.");
    expect(boardToCalibrate({ boards: [first, { ...second, calibration: "learning" }] })?.board).toBe("B");
  });

  it("asks about the channel opened last until it has a name, then offers the next one", () => {
    expect(channelToName(views.opened)).toEqual({ board: "A", channel: 11 });
    expect(channelToName(views.next)).toBeUndefined();
    expect(nextChannel(views.next.boards)).toEqual({ board: "A", channel: 16 });
    expect(nextChannel(views.summary.boards)).toBeUndefined();
    expect(channelToName({ ...views.summary, opened: { board: "nobody", channel: 1 } })).toBeUndefined();
  });

  it("offers to leave out the rest of a board once one of its doors has a name", () => {
    expect(restOf(views.firstDoor.boards, { board: "A", channel: 1 })).toBeUndefined();
    const left = views.next.boards.find(({ board }) => board === "A")?.doors.filter(({ named }) => named === undefined);
    expect(restOf(views.next.boards, { board: "A", channel: 16 })).toEqual({ board: "A", count: left?.length });
    expect(restOf(views.summary.boards, undefined)).toBeUndefined();
  });

  it("counts channels without a door as done, and not as compartments", () => {
    expect(progressOf(views.summary.boards)).toEqual({ done: 24, total: 24, doors: 23, unused: 1 });
    expect(progressOf(views.firstDoor.boards)).toEqual({ done: 0, total: 24, doors: 0, unused: 0 });
  });
});
