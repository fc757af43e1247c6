import { describe, expect, it } from "vitest";
import type { TraceLine } from "#core/contract/technician.ts";
import { keyed, linesOf, newerThan, shortWire, wiresOf } from "#renderer/screens/technician/wires/traceLines.ts";
import { wireClockIn } from "#renderer/screens/technician/wires/useWireClock.ts";

const line = (atMs: number, wire = "w1"): TraceLine => ({ wire, direction: "sent", hex: "02 00 30 03 35", atMs });

describe("the technician's trace", () => {
  it("can be read one wire at a time, wires without frames included", () => {
    const trace = [line(1), line(2, "w2"), line(3)];
    expect(wiresOf([{ wire: "w3" }, { wire: "w1" }], trace)).toEqual(["w1", "w2", "w3"]);
    expect(linesOf(trace, "w1").map(({ atMs }) => atMs)).toEqual([1, 3]);
    expect(linesOf(trace, undefined)).toBe(trace);
  });

  it("gives each line a key of its own that older lines do not change by falling off", () => {
    const trace = [line(1), line(2), line(2), line(3)];
    const keys = keyed(trace).map(({ lineId }) => lineId);
    expect(new Set(keys).size).toBe(4);
    expect(keyed(trace.slice(1)).map(({ lineId }) => lineId)).toEqual(keys.slice(1));
  });

  it("counts what came since it was held still", () => {
    expect(newerThan([line(1), line(2), line(3)], [line(1)])).toBe(2);
    expect(newerThan([line(1)], [])).toBe(1);
  });

  it("calls a wire by the end of its path", () => {
    expect(shortWire("/dev/serial/by-id/usb-FTDI-port0")).toBe("usb-FTDI-port0");
    expect(shortWire("A")).toBe("A");
    expect(shortWire("/")).toBe("/");
  });

  it("is timed to the millisecond in the office's time zone", () => {
    expect(wireClockIn("Asia/Ho_Chi_Minh")(Date.parse("2026-11-14T14:52:06.702Z"))).toBe("21:52:06,702");
  });
});
