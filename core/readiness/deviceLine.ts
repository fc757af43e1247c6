import type { BothWords, ReadinessLine, ReadinessState } from "../domain/readiness.ts";
import type { DeviceReport, DeviceState } from "../interfaces/deviceReport.ts";
import { joinWords, sameWords, screenWords } from "./bothWords.ts";
import { TROUBLE_WORDS, type TroubleWords } from "./troubleWords.ts";

/** What a device's state means where nobody knows better. */
const STATES: Readonly<Record<DeviceState, ReadinessState>> = {
  online: "ok",
  deviceBusy: "ok",
  offline: "notOk",
  powerOff: "notOk",
  noDevice: "notOk",
  hardwareError: "notOk",
  userError: "notOk",
  fraudAttempt: "notOk",
  starting: "unknown",
  unknown: "unknown",
  notSupported: "notSupported",
};

/** A device as a line of the readiness report. */
export function deviceLine(report: DeviceReport): ReadinessLine {
  const { state, fact, advice } = troubleOf(report) ?? unnamedTroubleOf(report) ?? wellOf(report);
  return { subject: deviceName(report), state, fact, ...(advice && { advice }) };
}

/** `Bo khóa A`, `Lock board A`: its kind, and its own name where there can be several. */
function deviceName({ kind, deviceId }: DeviceReport): BothWords {
  const words = screenWords(({ devices }) => devices.kind[kind]);
  const colon = deviceId.indexOf(":");
  return colon < 0 ? words : joinWords([words, sameWords(deviceId.slice(colon + 1))], " ");
}

function troubleOf({ kind, state, properties, capabilities, error }: DeviceReport): TroubleWords | undefined {
  const known = TROUBLE_WORDS[kind][error?.code ?? state];
  if (known !== undefined || error !== undefined) return known;
  const { battery, source, doorsRead } = properties;
  if (kind === "ups" && (battery === "low" || battery === "critical")) return TROUBLE_WORDS.ups.batteryLow;
  if (kind === "ups" && source === "battery") return TROUBLE_WORDS.ups.onBattery;
  const { channels } = capabilities;
  if (kind !== "lockBoard" || doorsRead === undefined || doorsRead === channels || state !== "online") return undefined;
  return {
    state: "notOk",
    fact: {
      vi: `trả lời, đọc được ${doorsRead} trên ${channels} kênh`,
      en: `answers, ${doorsRead} of ${channels} doors read`,
    },
    advice: {
      vi: "Xem họ bo và số kênh đã khai.",
      en: "Check family and channels in the profile.",
    },
  };
}

/** What only the screen has general words for. */
function unnamedTroubleOf({ state, error }: DeviceReport): TroubleWords | undefined {
  const words = screenWords(({ devices }) => devices.state[state]);
  if (error !== undefined)
    return {
      state: STATES[state] === "ok" ? "notOk" : STATES[state],
      fact: joinWords([words, sameWords(error.code)], ", "),
      advice: screenWords(({ devices }) => devices.action[error.action]),
    };
  if (STATES[state] === "ok" || STATES[state] === "notSupported") return undefined;
  return { state: STATES[state], fact: words, advice: screenWords(({ devices }) => devices.stateDo[state]) };
}

function wellOf(report: DeviceReport): Omit<ReadinessLine, "subject"> {
  const { state } = report;
  const fact = STATES[state] === "ok" ? goodNews(report) : undefined;
  return { state: STATES[state], fact: fact ?? screenWords(({ devices }) => devices.state[state]) };
}

/** What is worth saying of a device that works. */
function goodNews({ kind, capabilities, properties }: DeviceReport): BothWords | undefined {
  const { channels } = capabilities;
  const { paper, codesRead, source, chargePercent } = properties;
  switch (kind) {
    case "lockBoard":
      return { vi: `trả lời, ${channels} kênh`, en: `answers, ${channels} channels` };
    case "printer":
      return paper === "full" ? { vi: "sẵn sàng, giấy đủ", en: "ready, paper full" } : undefined;
    case "scanner":
      return codesRead === undefined
        ? undefined
        : { vi: `sẵn sàng, đã đọc ${codesRead} mã`, en: `ready, ${codesRead} codes read` };
    case "ups":
      return joinWords(
        [
          source === "mains"
            ? { vi: "có điện lưới", en: "on mains" }
            : screenWords(({ devices }) => devices.state.online),
          ...(chargePercent === undefined ? [] : [{ vi: `pin ${chargePercent} %`, en: `charge ${chargePercent} %` }]),
        ],
        ", ",
      );
    case "safetyInputs":
      return { vi: "yên", en: "calm" };
    case "network":
      return screenWords(({ system }) => system.networkState.online);
    case "database":
      return { vi: "ghi được", en: "can be written" };
    default:
      return undefined;
  }
}
