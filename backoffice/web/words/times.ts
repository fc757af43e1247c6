/** The office's own time zone: staff read the times of the place, wherever the browser thinks it is. */
const ZONE = "Asia/Ho_Chi_Minh";

const WEEKDAYS: Readonly<Record<string, string>> = {
  Mon: "T2",
  Tue: "T3",
  Wed: "T4",
  Thu: "T5",
  Fri: "T6",
  Sat: "T7",
  Sun: "CN",
};

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  weekday: "short",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function fields(atMs: number): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.formatToParts(atMs).map(({ type, value }) => [type, value]));
}

/** `21:47:02` */
export function clockTime(atMs: number): string {
  const { hour, minute, second } = fields(atMs);
  return `${hour}:${minute}:${second}`;
}

/** `T7`, `CN` */
export function weekday(atMs: number): string {
  return WEEKDAYS[fields(atMs).weekday ?? ""] ?? "";
}

/** `14/11/2026` */
export function fullDate(atMs: number): string {
  const { day, month, year } = fields(atMs);
  return `${day}/${month}/${year}`;
}

/** `21:47 T7 14/11` */
export function shortMoment(atMs: number): string {
  const { hour, minute, day, month } = fields(atMs);
  return `${hour}:${minute} ${weekday(atMs)} ${day}/${month}`;
}

/** A day `2026-11-18` as `T4 18/11/2026`. */
export function dueDay(day: string): string {
  const noonMs = Date.parse(`${day}T05:00:00Z`);
  return `${weekday(noonMs)} ${fullDate(noonMs)}`;
}

/** How long ago: `vừa xong`, `20 phút`, `6 giờ`, `3 ngày`. */
export function age(atMs: number, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - atMs) / 60_000));
  if (minutes < 1) return "vừa xong";
  if (minutes < 60) return `${minutes} phút`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} giờ` : `${Math.floor(minutes / 1440)} ngày`;
}
