import { expect, it } from "vitest";
import { datesIn } from "#renderer/language/useDates.ts";

const saturdayNight = Date.parse("2026-11-14T21:47:30+07:00");
const sunday = Date.parse("2026-11-15T00:05:00+07:00");

it("writes Vietnamese days and times as the printed forms do", () => {
  const dates = datesIn("vi", "Asia/Ho_Chi_Minh");
  expect(dates.headerDay(saturdayNight)).toBe("Thứ Bảy 14/11");
  expect(dates.time(saturdayNight)).toBe("21:47");
  expect(dates.date(saturdayNight)).toBe("14/11/2026");
  expect(dates.weekday(sunday)).toBe("Chủ nhật");
  expect(dates.time(sunday)).toBe("00:05");
  expect(dates.leaf(saturdayNight)).toEqual({ day: "14", month: "tháng 11" });
});

it("writes day-first dates in English and Chinese dates in Chinese", () => {
  expect(datesIn("en", "Asia/Ho_Chi_Minh").headerDay(saturdayNight)).toBe("Saturday 14/11");
  expect(datesIn("zh", "Asia/Ho_Chi_Minh").headerDay(saturdayNight)).toBe("11月14日 星期六");
});
