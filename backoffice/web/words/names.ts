import type { AlarmView, DossierView } from "#core/contract/staffApi.ts";

/** `01` for kiosk 1. */
export function kioskName(kioskNumber: number): string {
  return `kiosk ${String(kioskNumber).padStart(2, "0")}`;
}

/** `0427 110847`: groups as on the printed receipt. */
export function ticketName(ticket: string): string {
  return `${ticket.slice(0, 4)} ${ticket.slice(4)}`;
}

/** What a dossier is called in a list: its ticket, else its official code, else what little is known. */
export function dossierName(dossier: Pick<DossierView, "ticket" | "officialCode">): string {
  if (dossier.ticket !== null) return `Phiếu ${ticketName(dossier.ticket)}`;
  return dossier.officialCode === null ? "Lần gửi dở dang" : `Mã ${dossier.officialCode}`;
}

/** Where a dossier is, the custody axis, as a sentence of a few words. */
export function placeName(dossier: DossierView): string {
  const compartment = `ngăn ${dossier.compartmentNumber}`;
  switch (dossier.place) {
    case "compartment":
      return dossier.isResult ? `Kết quả ở ${compartment}, chờ người nhận` : `Ở ${compartment}, chờ cán bộ lấy`;
    case "clerk":
      return `Cán bộ ${dossier.staffId} đang giữ`;
    case "counter":
      return "Ở quầy một cửa";
    case "collected":
      return "Người dân đã nhận kết quả";
    case "collectedUnverified":
      return "Đã mở lấy, cửa chưa xác nhận";
    case "unfinished":
      return `Gửi dở dang, cần xem ${compartment}`;
    case "notFound":
      return `Không thấy trong ${compartment}`;
    case "withCitizen":
      return "Không gửi, người dân còn giữ";
  }
}

/** Names of the one-stop system's codes 1 to 10. */
const OFFICIAL_STATUSES = [
  "Mới đăng ký",
  "Được tiếp nhận",
  "Không được tiếp nhận",
  "Đang xử lý",
  "Yêu cầu bổ sung giấy tờ",
  "Yêu cầu thực hiện nghĩa vụ tài chính",
  "Công dân yêu cầu rút hồ sơ",
  "Dừng xử lý",
  "Đã xử lý xong",
  "Đã trả kết quả",
] as const;

/** The official axis in words, with its number. */
export function officialStatusName(status: number | null): string {
  const name = status === null ? undefined : OFFICIAL_STATUSES[status - 1];
  return name === undefined ? "Chưa vào sổ một cửa" : `${status}. ${name}`;
}

const CASES: Readonly<Record<string, string>> = {
  doorJammed: "Cửa bị kẹt",
  boardSilent: "Bảng khóa không trả lời",
  outcomeUnknown: "Không rõ cửa đã mở chưa",
  doorForced: "Cửa mở không có lệnh",
  doorLeftOpen: "Cửa để ngỏ",
  depositUnfinished: "Lần gửi dở dang",
  trouble: "Người dân báo trục trặc",
  discrepancy: "Lệch số giấy tờ",
  dossierNotFound: "Không thấy hồ sơ trong ngăn",
  unexpectedContents: "Ngăn có vật, sổ ghi trống",
  printFailed: "Không in được phiếu",
  collectionUnverified: "Lấy kết quả chưa xác nhận",
  sensorFaulty: "Cảm biến cửa hỏng",
  evacuated: "Đã mở khẩn cấp",
  tamper: "Vỏ máy bị động vào",
  panic: "Báo động khẩn cấp",
  restored: "Sổ của máy được khôi phục từ bản sao",
  storeDamaged: "Sổ của máy bị hỏng",
  lockFaulty: "Khóa hỏng",
  doorDamaged: "Cửa hư",
  dirty: "Ngăn bẩn",
  cabling: "Dây bị lỗi",
  other: "Lý do khác",
};

/** What a case is about; an unknown kind keeps its own name. */
export function caseName(kind: string): string {
  return CASES[kind] ?? kind;
}

/** `SC 0093`, as printed. */
export function caseNumberName(caseNumber: number): string {
  return `SC ${String(caseNumber).padStart(4, "0")}`;
}

/** What an alarm of the intake means, and what to do. */
export function alarmText(alarm: AlarmView): { readonly title: string; readonly todo: string } {
  switch (alarm.kind) {
    case "fork":
      return {
        title: "Nhật ký kiosk rẽ nhánh",
        todo: "Kiosk gửi nội dung khác dưới số đã lưu. Sổ ở đây giữ nguyên và ngừng nhận; cần kỹ thuật viên xem máy.",
      };
    case "badChain":
      return {
        title: "Nhật ký kiosk đứt chuỗi",
        todo: "Một dòng đã bị sửa sau khi ghi. Sổ ở đây giữ nguyên và ngừng nhận; cần kỹ thuật viên xem máy.",
      };
    case "eventsParked":
      return {
        title: "Có dòng nhật ký chưa hiểu được",
        todo: "Dòng đã lưu đủ, chỉ chưa đưa vào sổ. Cần cập nhật phần mềm ở đây.",
      };
    case "restoredLog":
      return {
        title: "Kiosk đã được khôi phục từ bản sao",
        todo: "Máy không mở ngăn nào cho người dân đến khi cán bộ xem từng ngăn. Xin cử cán bộ đến xem.",
      };
    case "newLog":
      return {
        title: "Kiosk bắt đầu nhật ký mới",
        todo: "Nhật ký cũ vẫn lưu. Xin hỏi kỹ thuật viên có thay ổ đĩa hay xóa dữ liệu không.",
      };
  }
}
