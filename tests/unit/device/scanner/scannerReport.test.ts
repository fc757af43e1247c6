import { expect, test } from "vitest";
import { CameraWatch } from "#device/scanner/cameraWatch.ts";
import { scannerReport } from "#device/scanner/scannerReport.ts";

test("a scanner's report says what it can do, what it did and what staff do about a fault", () => {
  const facts = { connection: "serial", canTrigger: true, codesRead: 7, codesUnsupported: 1 } as const;
  expect(scannerReport({ name: "front", status: () => "online", facts: () => facts })).toEqual({
    deviceId: "scanner:front",
    kind: "scanner",
    state: "online",
    capabilities: { connection: "serial", canTrigger: true },
    properties: { codesRead: 7, codesUnsupported: 1 },
    error: undefined,
  });
  const fault = { code: "noPermission", sentence: "may not be opened" } as const;
  expect(scannerReport({ name: "front", status: () => "noDevice", facts: () => ({ ...facts, fault }) })).toMatchObject({
    state: "noDevice",
    error: { code: "noPermission", action: "configuration" },
  });
});

test("a camera that is off because no code is wanted keeps the state in which it was seen last", () => {
  const camera = new CameraWatch();
  expect(camera.report()).toMatchObject({ deviceId: "camera", state: "unknown", properties: { picture: "off" } });
  camera.note("on");
  camera.noteCode();
  expect(camera.report()).toMatchObject({ state: "online", properties: { picture: "on", codesRead: 1 } });
  camera.note("off");
  expect(camera.report()).toMatchObject({ state: "online", properties: { picture: "off" } });
  camera.note("denied");
  camera.note("off");
  expect(camera.report()).toMatchObject({ state: "offline", error: { code: "cameraDenied", action: "configuration" } });
  camera.note("missing");
  expect(camera.report()).toMatchObject({ state: "noDevice", error: { code: "cameraMissing" } });
  camera.note("on");
  expect(camera.report().error).toBe(undefined);
});
