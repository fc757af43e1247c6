/** Words of the desk page: Vietnamese, with an English line for a newcomer who does not read it. */
export const deskWords = {
  title: "Tủ ảo",
  titleEn: "The cabinet on a desk",
  subtitle: (kioskNumber: number) => `Kiosk ${String(kioskNumber).padStart(2, "0")}, mô phỏng bo khóa ở mức byte`,
  connected: "Đang chạy",
  disconnected: "Máy đang khởi động lại",
  connecting: "Đang nối với máy",
  connectingHelp: "Trang này tự nối lại khi chương trình điều khiển chạy.",
  backOffice: "Mở trang quản lý",
  screenElsewhere: "Màn hình đang ở cửa sổ riêng. Bấm để mở ở đây.",
  reloadScreen: "Tải lại màn hình",
  screen: "Màn hình chạm",
  steps: [
    { vi: "Bấm Nộp hồ sơ trên màn hình", en: "Touch “Nộp hồ sơ” on the screen" },
    { vi: "Bấm thẻ căn cước để quét", en: "Click the citizen card when asked" },
    { vi: "Kéo túi vào ngăn đang mở", en: "Drag the bag into the open door" },
    { vi: "Bấm cánh cửa để đóng", en: "Click the door to shut it" },
    { vi: "Làm cán bộ: bấm thẻ, nhập PIN", en: "Be the clerk: card, then its PIN" },
  ],
  howTo: "Năm bước làm thử",
  things: "Kéo túi vào ngăn đang mở, bấm thẻ để đưa trước máy quét",
  thingsEn: "Drag to a door, click to scan",
  bag: "Túi hồ sơ",
  result: "Kết quả",
  pin: "PIN",
  scanner: "Máy quét",
  door: (number: number) => `Ngăn ${number}`,
  papers: "Giấy vừa in",
  papersEn: "Paper from the printer",
  noPaper: "Chưa có giấy ra khỏi máy in.",
  holdPaper: "Đưa trước máy quét",
  tearPaper: "Xé giấy",
  enlargePaper: "Xem to",
  olderPaper: "Tờ trước",
  newerPaper: "Tờ sau",
  paperOf: (position: number, total: number) => `${position} / ${total}`,
  close: "Đóng",
  noCodeOnPaper: "Tờ giấy này không có mã QR đọc được. Xin chọn tờ khác.",
  held: (what: string) => `Đã đưa ${what} trước máy quét.`,
  paperName: "tờ giấy",
  telephone: "Điện thoại người dân",
  telephoneEn: "Citizen’s phone",
  noMessage: "Chưa có tin nhắn. Tin đến khi cán bộ cất kết quả và mạng thông.",
  faults: "Gây sự cố",
  faultsEn: "Break something",
  selectedDoor: (number: number) => `Ngăn ${number}`,
  wire: "Đường dây",
  wireEn: "Frames on the wire",
  quietWire: "Chưa có khung nào trên dây.",
  sent: "gửi",
  received: "nhận",
  dropped: "bỏ",
} as const;

/** What a door is doing, for its tag and for those who listen. */
export function doorSentence(door: {
  readonly door: "open" | "closed";
  readonly inside: "nothing" | "bag" | "result";
  readonly isJammed: boolean;
  readonly sensorLies: boolean;
}): string {
  const inside = { nothing: "trống", bag: "có túi hồ sơ", result: "có kết quả" }[door.inside];
  const words = [door.door === "open" ? "đang mở" : "đang đóng", inside];
  if (door.isJammed) words.push("bị kẹt");
  if (door.sensorLies) words.push("cảm biến nói sai");
  return words.join(", ");
}
