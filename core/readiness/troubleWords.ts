import type { BothWords, ReadinessState } from "../domain/readiness.ts";
import type { DeviceKind } from "../interfaces/deviceReport.ts";
import { screenWords } from "./bothWords.ts";

/** What a device's trouble means for the report. */
export interface TroubleWords {
  readonly state: ReadinessState;
  readonly fact: BothWords;
  readonly advice: BothWords;
}

type Pair = readonly [vi: string, en: string];

/** Trouble that stands in the way of service, unless `state` says otherwise. */
function trouble(fact: Pair, advice: Pair, state: ReadinessState = "notOk"): TroubleWords {
  return { state, fact: { vi: fact[0], en: fact[1] }, advice: { vi: advice[0], en: advice[1] } };
}

const CABLE: Pair = ["Cắm lại dây; máy tự tìm lại.", "Plug its cable in again; it is looked for all the time."];
const OFF_AND_ON: Pair = ["Tắt nguồn máy in rồi bật lại.", "Switch the printer off and on."];
const INPUT_WIRES: Pair = ["Xem nguồn và dây của bo báo động.", "Check power and wires of the input board."];

/** By the code of a report's error; where a report has none, by its state. */
export const TROUBLE_WORDS: Readonly<Record<DeviceKind, Readonly<Record<string, TroubleWords>>>> = {
  lockBoard: {
    noReply: boardTrouble("noReply"),
    notCommissioned: boardTrouble("notCommissioned"),
    echo: boardTrouble("echo"),
    twoAnswers: boardTrouble("twoAnswers"),
    damagedReplies: boardTrouble("damagedReplies"),
    refusesPulse: boardTrouble("refusesPulse"),
  },
  printer: {
    noDevice: trouble(
      ["chưa có trong cấu hình", "none is configured"],
      ["Lắp máy in. Không có máy in thì máy không nhận hồ sơ.", "Without a printer the kiosk takes no dossier."],
    ),
    notConnected: trouble(
      ["mất kết nối", "not connected"],
      [
        "Xem nguồn và dây máy in. Chưa in được thì máy không nhận hồ sơ.",
        "Check its power and its cable. Without it the kiosk takes no dossier.",
      ],
    ),
    paperOut: trouble(["hết giấy", "out of paper"], ["Lắp cuộn giấy mới.", "Put a new roll in."]),
    coverOpen: trouble(["nắp đang mở", "its cover is open"], ["Đóng nắp máy in.", "Shut the cover."]),
    cutterError: trouble(
      ["kẹt dao cắt", "the cutter is stuck"],
      ["Tắt nguồn, gỡ giấy vướng ở dao rồi bật lại.", "Switch it off, free the cutter, and switch it on again."],
    ),
    unrecoverableError: trouble(
      ["báo lỗi không tự hết", "reports a fault that stays"],
      [
        "Tắt nguồn rồi bật lại; nếu vẫn vậy thì thay máy in.",
        "Switch it off and on; if that does not help, replace it.",
      ],
    ),
    recoverableError: trouble(["báo lỗi", "reports a fault"], OFF_AND_ON),
    unnamedError: trouble(["báo lỗi, không nói lỗi gì", "reports a fault without a name"], OFF_AND_ON),
    passingError: trouble(
      ["báo lỗi tạm thời, như đầu in nóng", "reports a passing fault, such as a hot head"],
      ["Chờ vài phút rồi xem lại.", "Wait some minutes and look again."],
    ),
    offline: trouble(["chưa sẵn sàng in", "is off-line"], OFF_AND_ON),
    noAnswer: trouble(
      ["không trả lời", "does not answer"],
      ["Xem nguồn và dây máy in.", "Check its power and its cable."],
      "unknown",
    ),
    paperNearEnd: trouble(
      ["sẵn sàng, giấy gần hết", "ready, paper nearly out"],
      ["Chuẩn bị cuộn giấy mới.", "Bring a new roll."],
      "ok",
    ),
    notSupported: trouble(
      ["không báo tình trạng", "cannot tell its state"],
      ["In trang thử để xem.", "Print a test page."],
      "notSupported",
    ),
  },
  scanner: {
    noDevice: trouble(
      ["không thấy", "not plugged in"],
      ["Xem dây và cổng của nó trong kiosk.json.", "Check its cable and its port in kiosk.json."],
    ),
    libraryMissing: trouble(
      ["phần mềm thiếu thư viện USB", "the USB library is missing"],
      ["Cài lại phần mềm của máy.", "Install the software again."],
    ),
    noPermission: trouble(
      ["máy không được quyền mở", "the kiosk may not open it"],
      ["Cài lại quyền thiết bị (quy tắc udev).", "Install the device rules (udev) again."],
    ),
    cannotOpen: trouble(
      ["không mở được", "cannot be opened"],
      ["Rút ra cắm lại; xem cổng trong kiosk.json.", "Plug it in again; check its port in kiosk.json."],
    ),
    noLineEnd: trouble(
      ["không gửi ký tự kết thúc mã", "sends no end of line after a code"],
      ["Quét mã cài đặt bật ký tự CR, theo sách của máy quét.", "Turn its CR suffix on with the code in its manual."],
    ),
    lost: trouble(["mất kết nối", "connection lost"], CABLE),
    unknown: trouble(["chưa rõ", "not known"], ["Quét thử một mã.", "Show it a code."], "unknown"),
  },
  camera: {
    cameraDenied: trouble(
      ["trang không được quyền dùng camera", "the page may not use it"],
      ["Cho phép trang của máy dùng camera.", "Allow the page to use the camera."],
    ),
    cameraMissing: trouble(["không thấy", "not found"], CABLE),
    unknown: trouble(
      ["chưa dùng từ lúc máy khởi động", "not used since the start"],
      ["Thử camera trong phần Thiết bị.", "Test it on the technician's screen."],
      "unknown",
    ),
  },
  ups: {
    daemonNotReached: trouble(
      ["không hỏi được dịch vụ bộ lưu điện", "its service (upsd) cannot be reached"],
      ["Xem dịch vụ upsd và địa chỉ trong kiosk.json.", "Check upsd, and its address in kiosk.json."],
    ),
    noFreshData: trouble(
      ["chưa có số liệu mới", "no fresh data"],
      ["Xem dây USB của bộ lưu điện.", "Check the cable of the supply."],
      "unknown",
    ),
    outputOff: trouble(["đầu ra đang tắt", "its output is off"], ["Bật bộ lưu điện.", "Switch its output on."]),
    overloaded: trouble(["quá tải", "overloaded"], ["Bớt thiết bị cắm vào nó.", "Take devices off it."]),
    replaceBattery: trouble(["cần thay pin", "asks for a new battery"], ["Thay pin.", "Replace the battery."]),
    alarm: trouble(["đang báo động", "in alarm"], ["Xem màn hình của bộ lưu điện.", "Look at its own display."]),
    onBattery: trouble(
      ["đang chạy pin", "on battery"],
      ["Cấp lại điện lưới trước khi mở cho người dùng.", "Bring mains back before opening."],
    ),
    batteryLow: trouble(
      ["pin yếu", "its battery is low"],
      ["Xem điện lưới; chờ sạc lại.", "Check the mains and let it charge."],
    ),
  },
  safetyInputs: {
    notConnected: trouble(["mất kết nối", "not connected"], INPUT_WIRES),
    noAnswer: trouble(["không trả lời", "does not answer"], INPUT_WIRES, "unknown"),
    tampered: alarmTrouble("tamper"),
    panic: alarmTrouble("panic"),
  },
  network: {
    offline: {
      state: "notOk",
      fact: screenWords(({ system }) => system.networkState.offline),
      advice: { vi: "Xem dây mạng và bộ định tuyến.", en: "Check cable and router." },
    },
  },
  database: {
    notWritable: trouble(
      ["không ghi được", "cannot be written"],
      ["Xem đĩa. Máy không nhận hồ sơ cho đến khi ghi được.", "Check the disk. Until then no dossier is taken."],
    ),
  },
};

function boardTrouble(code: "noReply" | "notCommissioned" | "echo" | "twoAnswers" | "damagedReplies" | "refusesPulse") {
  const fact = screenWords(({ wires: { status, fault } }) =>
    code === "noReply" || code === "notCommissioned" ? status[code] : fault[code],
  );
  return { state: "notOk", fact, advice: screenWords(({ wires }) => wires.do[code]) } as const;
}

function alarmTrouble(alarm: "tamper" | "panic"): TroubleWords {
  return {
    state: "notOk",
    fact: screenWords(({ technician }) => technician.alarm[alarm]),
    advice: screenWords(({ technician }) => technician.alarm[`${alarm}Do`]),
  };
}
