import type { WorkingCalendar } from "../domain/calendar.ts";
import { paragraph, qrBlock, rule } from "./layout/blocks.ts";
import { gap, type Paper, type PrintDocument, printDocument, textStyle } from "./layout/paper.ts";
import { momentWords } from "./vietnameseTime.ts";

export interface TestPageContent {
  readonly calendar: Pick<WorkingCalendar, "timeZone">;
  readonly printedAtMs: number;
}

/** A page that shows whether a printer draws every dot: all Vietnamese marks, a code to read, lines across the paper. */
export function testPage(paper: Paper, { calendar, printedAtMs }: TestPageContent): PrintDocument {
  const body = textStyle(paper, 30, 500);
  return printDocument(paper, [
    gap(8),
    paragraph(paper, "TRANG IN THỬ", textStyle(paper, 50, 700, 1.2), "centre"),
    paragraph(paper, `In lúc ${momentWords(calendar, printedAtMs)}`, body, "centre"),
    gap(16),
    rule(paper),
    gap(16),
    paragraph(paper, "ă â đ ê ô ơ ư · ắ ằ ẳ ẵ ặ · ấ ầ ẩ ẫ ậ · ế ề ể ễ ệ · ố ồ ổ ỗ ộ · ớ ờ ở ỡ ợ · ứ ừ ử ữ ự", body),
    paragraph(paper, "Ă Â Đ Ê Ô Ơ Ư · Ắ Ằ Ẳ Ẵ Ặ · Ấ Ầ Ẩ Ẫ Ậ · Ế Ề Ể Ễ Ệ · Ố Ồ Ổ Ỗ Ộ · Ớ Ờ Ở Ỡ Ợ · Ứ Ừ Ử Ữ Ự", body),
    qrBlock(paper, "TRANG-IN-THU", Math.round(paper.widthDots * 0.5)),
    paragraph(paper, "Trang này tốt khi mọi dấu đều rõ, mã quét được và hai đường kẻ chạm cả hai mép.", body),
    gap(16),
    rule(paper),
    gap(24),
  ]);
}
