import { describe, expect, it } from "vitest";
import {
  countByKind,
  type DoorFacts,
  doorsToLookAt,
  kindOf,
  mismatchOf,
} from "#renderer/screens/technician/cabinet/doorFacts.ts";
import { wireLabel } from "#renderer/screens/technician/cabinet/wireLabel.ts";

const shut: DoorFacts = {
  compartmentNumber: 7,
  board: "A",
  channel: 7,
  reading: { door: "closed", occupancy: "nothing" },
  contents: "empty",
  isSensorFaulty: false,
};

describe("a door of the technician's cabinet", () => {
  it("contradicts the log where something lies in an empty compartment or nothing where a dossier should be", () => {
    expect(mismatchOf({ ...shut, reading: { door: "closed", occupancy: "something" } })).toBe("somethingInside");
    expect(mismatchOf({ ...shut, contents: "dossier" })).toBe("nothingInside");
  });

  it("contradicts nothing where the log does not know, or the sensor says nothing", () => {
    expect(mismatchOf(shut)).toBeUndefined();
    expect(mismatchOf({ ...shut, contents: "unchecked" })).toBeUndefined();
    for (const occupancy of ["unknown", "notSupported"] as const) {
      expect(mismatchOf({ ...shut, contents: "dossier", reading: { door: "closed", occupancy } })).toBeUndefined();
    }
  });

  it("is drawn open only where its sensor is believed", () => {
    const open = { ...shut, reading: { door: "open", occupancy: "nothing" } } as const;
    expect(kindOf(open)).toBe("open");
    expect(kindOf({ ...open, outOfService: "lockFaulty" })).toBe("open");
    expect(kindOf({ ...open, isSensorFaulty: true })).toBe("free");
  });

  it("counts once, whatever is wrong with it", () => {
    const doors: readonly DoorFacts[] = [
      shut,
      { ...shut, outOfService: "dirty", contents: "dossier", reading: { door: "unknown", occupancy: "nothing" } },
      { ...shut, outOfService: "dirty", reading: { door: "unknown", occupancy: "unknown" } },
      { ...shut, reading: { door: "unknown", occupancy: "unknown" } },
    ];
    const counts = countByKind(doors);
    expect(counts).toMatchObject({ free: 1, mismatch: 1, outOfService: 1, unknown: 1 });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(doors.length);
  });

  it("is to be looked at when its sensor was declared faulty, and not for being open or full", () => {
    const faulty = { ...shut, isSensorFaulty: true };
    const full: DoorFacts = { ...shut, contents: "dossier", reading: { door: "open", occupancy: "something" } };
    expect(doorsToLookAt([shut, faulty, full])).toEqual([faulty]);
  });
});

describe("the wire on a drawn door", () => {
  it("is board and channel, and the board's place in the list where its name is too long to draw", () => {
    const boards = [{ board: "A" }, { board: "tầng trệt" }];
    expect(wireLabel({ board: "A", channel: 7 }, boards)).toBe("A·07");
    expect(wireLabel({ board: "tầng trệt", channel: 12 }, boards)).toBe("2·12");
    expect(wireLabel({ board: "không ai biết", channel: 1 }, boards)).toBe("khô·01");
  });
});
