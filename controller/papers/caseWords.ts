import type { CaseKind } from "#core/events/eventParts.ts";

/** What a case slip says of what happened, in Vietnamese: the counter reads it too. */
export function caseWords(kind: CaseKind, compartmentNumber: number): string {
  switch (kind) {
    case "doorJammed":
      return `Cửa ngăn ${compartmentNumber} không mở được.`;
    case "boardSilent":
      return `Máy chưa liên lạc được với khóa của ngăn ${compartmentNumber}.`;
    case "outcomeUnknown":
      return `Máy chưa biết cửa ngăn ${compartmentNumber} đã mở hay chưa.`;
    case "trouble":
      return `Túi hoặc cửa ngăn ${compartmentNumber} bị vướng.`;
    default:
      return `Có việc cần cán bộ xem lại ở ngăn ${compartmentNumber}.`;
  }
}
