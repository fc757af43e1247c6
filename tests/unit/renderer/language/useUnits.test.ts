import { describe, expect, it } from "vitest";
import { unitsIn } from "#renderer/language/useUnits.ts";

describe("quantities in words", () => {
  const vi = unitsIn("vi");

  it("name the largest whole unit of a duration", () => {
    expect(vi.duration(12 * 86_400_000 + 5)).toBe("12 ngày");
    expect(vi.duration(719_999)).toBe("11 phút");
    expect(vi.duration(41_900)).toBe("41 giây");
    expect(vi.duration(-5)).toBe("0 giây");
    expect(unitsIn("en").duration(60_000)).toBe("1 minute");
    expect(unitsIn("zh").duration(3 * 3_600_000)).toBe("3小时");
  });

  it("say sizes in the unit that is read at a glance", () => {
    expect(vi.bytes(61_300_000_000)).toBe("61,3 GB");
    expect(vi.bytes(148_000_000)).toBe("148 MB");
    expect(vi.bytes(0)).toContain("0");
  });

  it("never call a small share none", () => {
    expect(vi.percent(0)).toBe("0%");
    expect(vi.percent(1 / 48_113)).toBe("< 0,1%");
    expect(vi.percent(0.019)).toBe("1,9%");
  });

  it("give milliseconds one decimal below a hundred", () => {
    expect(vi.milliseconds(9.63)).toBe("9,6");
    expect(vi.milliseconds(412.4)).toBe("412");
  });
});
