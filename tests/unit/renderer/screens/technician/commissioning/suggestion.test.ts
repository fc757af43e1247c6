import { describe, expect, it } from "vitest";
import { type CommissionedBoard, CommissioningStep } from "#core/contract/technician.ts";
import { bodyWidthMm, placedDoors } from "#core/domain/cabinet.ts";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import { baudRates, boardDefaults, neighbour } from "#renderer/screens/technician/commissioning/boardDefaults.ts";
import { draftCabinet } from "#renderer/screens/technician/commissioning/draftCabinet.ts";
import { suggestedName, takenNumbers } from "#renderer/screens/technician/commissioning/suggestion.ts";
import { withName } from "#renderer/screens/technician/commissioning/withName.ts";

const unread = { door: "unknown", occupancy: "unknown" } as const;
type Named = CommissionedBoard["doors"][number]["named"];

function boardWith(board: string, names: readonly Named[]): CommissionedBoard {
  return {
    board,
    port: "p",
    family: "xor8a",
    baudRate: 9_600,
    address: 1,
    channels: names.length,
    calibration: "done",
    doors: names.map((named, index) => ({ channel: index + 1, reading: unread, named })),
  };
}

const tall = { compartmentNumber: 3, column: 2, heightMm: 360 };

describe("the name suggested for a door", () => {
  it("is number 1 in the first column for the first door of all", () => {
    expect(suggestedName([boardWith("A", [undefined])], { board: "A", channel: 1 })).toEqual({
      compartmentNumber: 1,
      column: 1,
      heightMm: 180,
    });
  });

  it("follows the door before it: next free number, same column, same height", () => {
    const boards = [boardWith("A", [tall, "unused", undefined]), boardWith("B", [{ ...tall, compartmentNumber: 4 }])];
    expect(suggestedName(boards, { board: "A", channel: 3 })).toEqual({ ...tall, compartmentNumber: 5 });
  });

  it("is its own where it has one, and follows the highest where nothing comes before it", () => {
    const boards = [boardWith("A", [undefined, tall])];
    expect(suggestedName(boards, { board: "A", channel: 2 })).toEqual(tall);
    expect(suggestedName(boards, { board: "A", channel: 1 })).toEqual({ ...tall, compartmentNumber: 4 });
  });

  it("is taken only by another door", () => {
    const boards = [boardWith("A", [tall])];
    expect(takenNumbers(boards)).toEqual(new Set([3]));
    expect(takenNumbers(boards, { board: "A", channel: 1 })).toEqual(new Set());
  });
});

describe("the growing picture", () => {
  it("has columns from the left and doors from the top in the order of their numbers", () => {
    const low = { compartmentNumber: 1, column: 2, heightMm: 120 };
    const left = { compartmentNumber: 9, column: 1, heightMm: 240 };
    const cabinet = draftCabinet([boardWith("A", [tall, low, "unused", left, undefined])]);
    if (cabinet === undefined) throw new Error("Doors are named, so there is a picture.");
    expect(bodyWidthMm(cabinet)).toBe(768);
    expect(placedDoors(cabinet).map((door) => [door.compartmentNumber, door.xMm, door.yMm])).toEqual([
      [9, 0, 0],
      [1, 384, 0],
      [3, 384, 120],
    ]);
  });

  it("is absent before the first door, and shows a door before it is confirmed", () => {
    const boards = [boardWith("A", [undefined, "unused"])];
    expect(draftCabinet(boards)).toBeUndefined();
    const shown = draftCabinet(withName(boards, { board: "A", channel: 1 }, tall));
    expect(shown?.modules.map(({ kind }) => kind)).toEqual(["screen", "doors"]);
    expect(boards[0]?.doors[0]?.named).toBeUndefined();
  });
});

describe("the column without a door", () => {
  it("is drawn as the screen's, once", () => {
    const right = { compartmentNumber: 9, column: 5, heightMm: 360 };
    const left = { compartmentNumber: 1, column: 1, heightMm: 180 };
    const cabinet = draftCabinet([boardWith("A", [left, tall, right])]);
    expect(cabinet?.modules.map(({ kind }) => kind)).toEqual(["doors", "doors", "screen", "doors"]);
  });
});

describe("a board added by hand", () => {
  it.each(boardFamilies)("begins with what a %s usually has, which the controller takes", (family) => {
    const { baudRate, address, channels, leastAddress, mostAddress } = boardDefaults[family];
    const step = { kind: "addBoard", port: "/dev/ttyS1", family, baudRate, address, channels };
    expect(CommissioningStep.safeParse(step).success).toBe(true);
    expect(CommissioningStep.safeParse({ ...step, address: mostAddress }).success).toBe(true);
    expect(address).toBeGreaterThanOrEqual(leastAddress);
    expect(baudRates).toContain(baudRate);
  });

  it("steps through the speeds and stays at the ends", () => {
    expect(neighbour<number>(baudRates, 9_600, 1)).toBe(19_200);
    expect(neighbour<number>(baudRates, 9_600, -1)).toBe(9_600);
    expect(neighbour<number>(baudRates, 115_200, 1)).toBe(115_200);
  });
});
