import { describe, expect, test } from "vitest";
import type { ReadinessState } from "#core/domain/readiness.ts";
import type { DeviceKind, DeviceReport, DeviceState } from "#core/interfaces/deviceReport.ts";
import { deviceLine } from "#core/readiness/deviceLine.ts";

function device(kind: DeviceKind, state: DeviceState, more: Partial<DeviceReport> = {}): DeviceReport {
  return { deviceId: kind, kind, state, capabilities: {}, properties: {}, ...more };
}
const error = (code: string) => ({ error: { code, action: "maintenance" } }) as const;

/** What devices report, and what it means for service. */
const meanings: readonly (readonly [DeviceReport, ReadinessState, string])[] = [
  [device("lockBoard", "online", { capabilities: { channels: 16 } }), "ok", "answers, 16 channels"],
  [device("lockBoard", "offline", error("noReply")), "notOk", "no answer"],
  [device("lockBoard", "userError", error("notCommissioned")), "notOk", "not set up"],
  [device("lockBoard", "hardwareError", error("echo")), "notOk", "echo"],
  [device("lockBoard", "hardwareError", error("twoAnswers")), "notOk", "two at one address"],
  [device("lockBoard", "hardwareError", error("damagedReplies")), "notOk", "damaged answers"],
  [device("lockBoard", "hardwareError", error("refusesPulse")), "notOk", "no pulse"],
  [device("lockBoard", "unknown"), "unknown", "unknown"],
  [device("printer", "online", { properties: { paper: "full" } }), "ok", "ready, paper full"],
  [device("printer", "online", error("paperNearEnd")), "ok", "ready, paper nearly out"],
  [device("printer", "userError", error("coverOpen")), "notOk", "its cover is open"],
  [device("printer", "unknown", error("noAnswer")), "unknown", "does not answer"],
  [device("printer", "notSupported"), "notSupported", "cannot tell its state"],
  [device("printer", "noDevice"), "notOk", "none is configured"],
  [device("scanner", "online", { properties: { codesRead: 4 } }), "ok", "ready, 4 codes read"],
  [device("scanner", "noDevice"), "notOk", "not plugged in"],
  [device("scanner", "starting"), "unknown", "starting"],
  [device("camera", "online"), "ok", "ready"],
  [device("camera", "unknown"), "unknown", "not used since the start"],
  [device("camera", "offline", error("cameraDenied")), "notOk", "the page may not use it"],
  [
    device("ups", "online", { properties: { source: "mains", battery: "full", chargePercent: 100 } }),
    "ok",
    "on mains, charge 100 %",
  ],
  [device("ups", "online", { properties: { source: "battery", battery: "operational" } }), "notOk", "on battery"],
  [device("ups", "online", { properties: { source: "battery", battery: "critical" } }), "notOk", "its battery is low"],
  [device("ups", "unknown", error("noFreshData")), "unknown", "no fresh data"],
  [device("ups", "notSupported"), "notSupported", "not fitted"],
  [device("safetyInputs", "online"), "ok", "calm"],
  [device("safetyInputs", "fraudAttempt", error("tampered")), "notOk", "The housing was tampered with"],
  [device("network", "notSupported"), "notSupported", "not fitted"],
  [device("network", "online"), "ok", "connected"],
  [device("database", "hardwareError", error("notWritable")), "notOk", "cannot be written"],
];

describe("a device in the readiness report", () => {
  test.each(meanings.map(([report, state, fact]) => ({ report, state, fact, kind: report.kind })))(
    "$kind is $state: $fact",
    ({ report, state, fact }) => {
      const line = deviceLine(report);
      expect(line).toMatchObject({ state, fact: { en: fact } });
      // Whatever is not well says what to do.
      if (state === "notOk" || state === "unknown") expect(line.advice).toBeDefined();
    },
  );

  test("that reads fewer doors than its profile has is not ready", () => {
    const board = device("lockBoard", "online", { deviceId: "lockBoard:A", capabilities: { channels: 24 } });
    expect(deviceLine({ ...board, properties: { doorsRead: 16 } })).toEqual({
      subject: { vi: "Bo khóa A", en: "Lock board A" },
      state: "notOk",
      fact: { vi: "trả lời, đọc được 16 trên 24 kênh", en: "answers, 16 of 24 doors read" },
      advice: { vi: "Xem họ bo và số kênh đã khai.", en: "Check family and channels in the profile." },
    });
    expect(deviceLine({ ...board, properties: { doorsRead: 24 } }).state).toBe("ok");
  });

  test("with an error that has no words here is shown with its code and the general advice", () => {
    const odd = { error: { code: "E42", action: "reset" } } as const;
    expect(deviceLine(device("scanner", "hardwareError", odd))).toMatchObject({
      state: "notOk",
      fact: { en: "broken, E42" },
      advice: { en: "Switch the device off and on." },
    });
    expect(deviceLine(device("ups", "online", odd)).state).toBe("notOk");
  });
});
