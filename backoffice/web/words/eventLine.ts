import type { EventView } from "#core/contract/staffApi.ts";
import { caseName, caseNumberName, kioskName, ticketName } from "./names.ts";

/** One line of a chain or of the live log: what happened, and who did it. */
export interface EventLine {
  readonly what: string;
  readonly who: string;
}

const OPEN_REASONS: Readonly<Record<string, string>> = {
  deposit: "để gửi hồ sơ",
  collection: "để lấy kết quả",
  emptying: "để cán bộ lấy hồ sơ",
  inspection: "để cán bộ xem",
  loading: "để cán bộ đặt kết quả",
  maintenance: "để kỹ thuật viên kiểm tra",
  evacuation: "khẩn cấp",
};
const DOCUMENTS: Readonly<Record<string, string>> = {
  receipt: "phiếu gửi hồ sơ",
  bagSlip: "phiếu kẹp túi",
  caseSlip: "phiếu sự việc",
  collectionReceipt: "phiếu nhận kết quả",
  readinessReport: "báo cáo sẵn sàng",
};
const PRINT_OUTCOMES: Readonly<Record<string, string>> = {
  printed: "In xong",
  unverified: "Đã gửi in, máy in không xác nhận",
  notPrinted: "Không in được",
  unresolved: "Chưa rõ đã in hay chưa",
};
const OPEN_FAILURES: Readonly<Record<string, string>> = {
  jammed: "Cửa không mở: bị kẹt",
  noReply: "Cửa không mở: bảng khóa không trả lời",
  unresolved: "Chưa rõ cửa đã mở hay chưa",
  expired: "Lệnh mở quá hạn, không gửi",
};
const TEST_OUTCOMES: Readonly<Record<string, string>> = {
  passed: "đạt",
  failed: "chưa đạt",
  unresolved: "chưa rõ",
  notSupported: "máy không có",
};
const TESTS: Readonly<Record<string, string>> = {
  lockBoard: "bảng khóa",
  scanner: "máy quét",
  camera: "camera",
  printer: "máy in",
  database: "sổ ghi",
  disk: "đĩa",
  clock: "đồng hồ",
  network: "mạng",
  ups: "bộ lưu điện",
};
const POWER: Readonly<Record<string, string>> = {
  mains: "điện lưới",
  battery: "pin dự phòng",
  notSupported: "không đo được",
};
const RATINGS: Readonly<Record<string, string>> = {
  verySatisfied: "rất hài lòng",
  satisfied: "hài lòng",
  dissatisfied: "không hài lòng",
};

const TIME_TRUST: Readonly<Record<string, string>> = {
  confirmed: "đã được xác nhận",
  plausible: "chưa được xác nhận",
  untrusted: "không tin được",
};

const STORE_DAMAGE: Readonly<Record<string, string>> = {
  historyDamaged: "dòng cũ không đọc được",
  registerDamaged: "bảng trạng thái được lập lại từ sổ",
  diskFull: "ổ đĩa đầy",
};

/** An event in Vietnamese. A type that is not known here keeps its own name, so that nothing is hidden. */
export function eventLine(event: EventView): EventLine {
  const field = (name: string): string => {
    const value = event.payload[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const what = sentences[event.type]?.(field, event) ?? `Dòng “${event.type}”`;
  return { what, who: whoOf(event, field("staffId")) };
}

type Field = (name: string) => string;

const sentences: Readonly<Record<string, (field: Field, event: EventView) => string>> = {
  kioskStarted: (f) => `Kiosk khởi động, phần mềm ${f("softwareVersion")}`,
  compartmentCommissioned: (f) => `Ngăn ${f("compartmentNumber")} được đưa vào sổ`,
  compartmentSeenEmpty: (f) => `Ngăn ${f("compartmentNumber")} được xem, trống`,
  compartmentTakenOutOfService: (f) =>
    `Ngăn ${f("compartmentNumber")} ngừng dùng: ${caseName(f("reason")).toLowerCase()}`,
  compartmentReturnedToService: (f) => `Ngăn ${f("compartmentNumber")} dùng lại`,
  compartmentOpenRequested: (f) =>
    `Yêu cầu mở ngăn ${f("compartmentNumber")} ${OPEN_REASONS[f("reason")] ?? ""}`.trim(),
  compartmentOpened: (f, e) =>
    `Ngăn ${f("compartmentNumber")} ${e.payload.wasOpenAlready === true ? "đang mở sẵn" : "mở"}`,
  compartmentOpenFailed: (f) => OPEN_FAILURES[f("outcome")] ?? "Cửa không mở",
  compartmentClosed: (f) => `Cửa ngăn ${f("compartmentNumber")} đóng`,
  doorForced: (f) => `Cửa ngăn ${f("compartmentNumber")} mở không có lệnh`,
  caseOpened: (f) => `Mở việc ${caseNumberName(Number(f("caseNumber")))}: ${caseName(f("kind")).toLowerCase()}`,
  caseClosed: (f) => `Đóng việc ${caseNumberName(Number(f("caseNumber")))}`,
  dossierDeposited: (f, e) =>
    `Gửi hồ sơ vào ngăn ${f("compartmentNumber")}, phiếu ${ticketName(f("ticket"))}, khai ${papers(e)} giấy tờ`,
  depositAbandoned: (f) => `Dừng gửi ở ngăn ${f("compartmentNumber")}`,
  printRequested: (f) =>
    `In ${DOCUMENTS[f("document")] ?? f("document")}${Number(f("copy")) > 1 ? `, bản ${f("copy")}` : ""}`,
  printFinished: (f) => PRINT_OUTCOMES[f("outcome")] ?? "In kết thúc",
  staffSignedIn: () => "Cán bộ đăng nhập bằng thẻ và mã PIN",
  staffSignInRejected: () => "Đăng nhập cán bộ bị từ chối",
  exchangeOpened: () => "Mở phiên giao nhận",
  exchangeClosed: (f) => `Đóng phiên giao nhận: lấy ${f("takenOver")}, đặt ${f("loaded")}, xem trống ${f("seenEmpty")}`,
  dossierTakenOver: (f, e) => `Lấy hồ sơ ra khỏi ngăn ${f("compartmentNumber")}, đếm ${papers(e)} giấy tờ`,
  discrepancyFound: (_, e) => `Lệch số: khai ${papers(e, "declaredCounts")}, đếm ${papers(e)} giấy tờ`,
  dossierNotFound: (f) => `Không thấy hồ sơ trong ngăn ${f("compartmentNumber")}`,
  unexpectedContentsFound: (f) => `Ngăn ${f("compartmentNumber")} có vật, sổ ghi trống`,
  dossierHandedToCounter: () => "Bàn giao về quầy một cửa",
  dossierAnnounced: (f) => `Báo trước hồ sơ mã ${f("officialCode")}`,
  officialCodeAssigned: (f) => `Kiosk nhận mã hồ sơ ${f("officialCode")}`,
  resultLoaded: (f) => `Đặt kết quả vào ngăn ${f("compartmentNumber")}, cửa đã đóng`,
  messageQueued: () => "Tin nhắn báo kết quả vào hàng chờ",
  credentialRejected: (f) => (f("what") === "pickupCode" ? "Nhập sai mã lấy kết quả" : "Nhập sai bốn số cuối"),
  credentialUnlocked: () => "Mở khóa mã lấy kết quả",
  resultCollected: (f, e) =>
    e.payload.isVerified === true
      ? `Nhận kết quả ở ngăn ${f("compartmentNumber")}, cửa đã mở rồi đóng`
      : `Nhận kết quả ở ngăn ${f("compartmentNumber")}, cửa chưa xác nhận`,
  collectionAbandoned: (f) => (f("reason") === "nothingTaken" ? "Mở cửa nhưng không lấy gì" : "Dừng lấy kết quả"),
  doorSensorDeclared: (f, e) =>
    `Cảm biến cửa ngăn ${f("compartmentNumber")} ${e.payload.isFaulty === true ? "được báo hỏng" : "dùng lại"}`,
  doorCycled: (f) => `Thử cửa ngăn ${f("compartmentNumber")}: mở được ${f("opened")} trên ${f("rounds")} lần`,
  deviceTested: (f, e) => `Thử ${testedName(e)}: ${TEST_OUTCOMES[f("outcome")] ?? f("outcome")}`,
  technicianModeEntered: () => "Vào chế độ kỹ thuật",
  technicianModeLeft: () => "Rời chế độ kỹ thuật",
  evacuationStarted: (f) => `Bắt đầu mở khẩn cấp, người thứ hai ${f("approvedBy")}`,
  evacuationEnded: (_, e) =>
    `Mở khẩn cấp xong: ${lengthOf(e, "opened")} ngăn mở, ${lengthOf(e, "failed")} ngăn không mở`,
  alarmRaised: (f) => caseName(f("alarm")),
  alarmAcknowledged: (f) => `Xác nhận: ${caseName(f("alarm")).toLowerCase()}`,
  powerChanged: (f, e) =>
    e.payload.isShuttingDown === true ? "Nguồn điện sắp ngắt" : `Nguồn điện: ${POWER[f("source")] ?? "chưa rõ"}`,
  retentionEnded: () => "Hết thời hạn giữ: xóa khóa dữ liệu cá nhân của hồ sơ",
  logRestored: (f, e) =>
    e.payload.isComplete === true
      ? `Sổ được khôi phục đủ đến dòng ${f("previousSeq")}`
      : `Sổ được khôi phục đến dòng ${f("previousSeq")}; mọi ngăn phải được xem lại`,
  clockJudged: (f) => `Đồng hồ máy: ${TIME_TRUST[f("trust")] ?? f("trust")}`,
  storeDamaged: (f) => `Sổ của máy có lỗi: ${STORE_DAMAGE[f("damage")] ?? f("damage")}`,
  storeRepaired: (f) => `Đã sửa sổ của máy: ${STORE_DAMAGE[f("damage")] ?? f("damage")}`,
  visitRated: (f) => `Đánh giá: ${RATINGS[f("rating")] ?? f("rating")}`,
};

const BY_CITIZEN = new Set([
  "compartmentOpened",
  "compartmentClosed",
  "dossierDeposited",
  "depositAbandoned",
  "credentialRejected",
  "resultCollected",
  "collectionAbandoned",
  "visitRated",
]);

function whoOf(event: EventView, staffId: string): string {
  if (staffId !== "") return `Cán bộ ${staffId}`;
  if (event.type === "dossierAnnounced" || event.type === "officialCodeAssigned") return "Cơ quan";
  if (event.type === "compartmentOpened" || event.type === "compartmentClosed") return "Cảm biến cửa";
  return BY_CITIZEN.has(event.type) ? "Người dân" : kioskName(event.kioskNumber).replace("k", "K");
}

function lengthOf(event: EventView, name: string): number {
  const list = event.payload[name];
  return Array.isArray(list) ? list.length : 0;
}

/** `bảng khóa A`. */
function testedName({ payload: { test } }: EventView): string {
  if (typeof test !== "object" || test === null || !("kind" in test)) return "";
  const name = "name" in test ? ` ${String(test.name)}` : "";
  return `${TESTS[String(test.kind)] ?? String(test.kind)}${name}`;
}

/** How many sheets a count comes to, over all papers and kinds of copy. */
function papers(event: EventView, name = "counts"): number {
  const counts = event.payload[name];
  if (!Array.isArray(counts)) return 0;
  return counts.reduce((sum: number, count) => sum + sumOf(count), 0);
}

function sumOf(count: unknown): number {
  if (typeof count !== "object" || count === null) return 0;
  return Object.values(count).reduce((sum: number, value) => sum + (typeof value === "number" ? value : 0), 0);
}
