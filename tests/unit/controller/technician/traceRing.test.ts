import { describe, expect, it } from "vitest";
import { KEPT_FRAMES, TraceRing } from "#controller/technician/traceRing.ts";

describe("the frame trace", () => {
  it("keeps the newest frames in hexadecimal, oldest first, and no more than that", () => {
    const ring = new TraceRing();
    for (let frame = 0; frame < KEPT_FRAMES + 5; frame += 1) {
      const bytes = Uint8Array.of(0x02, frame % 256, 0xab);
      ring.add({ wire: "east", direction: "sent", bytes, atMs: frame, meaning: "status 0" }, 1_000 + frame);
    }
    const lines = ring.lines();
    expect(lines).toHaveLength(KEPT_FRAMES);
    expect(lines[0]).toEqual({ wire: "east", direction: "sent", hex: "02 05 AB", meaning: "status 0", atMs: 1_005 });
    ring.add({ wire: "east", direction: "dropped", bytes: Uint8Array.of(0xff), atMs: 0 }, 9_000);
    expect(ring.lines().at(-1)).toEqual({ wire: "east", direction: "dropped", hex: "FF", atMs: 9_000 });
  });
});
