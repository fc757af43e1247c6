import { describe, expect, test } from "vitest";
import { isOfOrigin, isPermissionGranted, type PermissionQuestion } from "#electron/permission.ts";

const own = "http://127.0.0.1:8401";
const camera: PermissionQuestion = { permission: "media", origin: `${own}/`, isMainFrame: true, media: ["video"] };

describe("permissions of the shell", () => {
  test("our own page gets the camera", () => {
    expect(isPermissionGranted(camera, own)).toBe(true);
  });

  test.each([
    ["the microphone", { media: ["audio"] }],
    ["camera and microphone together", { media: ["video", "audio"] }],
    ["media of unknown kind", { media: ["unknown"] }],
    ["media without a kind", { media: [] }],
    ["another port of this machine", { origin: "http://127.0.0.1:8400/" }],
    ["another site", { origin: "https://example.org/" }],
    ["a page without an origin", { origin: undefined }],
    ["an embedded frame", { isMainFrame: false }],
    ["the screen's picture", { permission: "display-capture" }],
    ["the place", { permission: "geolocation" }],
    ["the clipboard", { permission: "clipboard-read" }],
    ["serial ports", { permission: "serial" }],
  ])("%s is refused", (_what, change) => {
    expect(isPermissionGranted({ ...camera, ...change }, own)).toBe(false);
  });
});

describe("navigation of the shell", () => {
  test("any address of our own origin is allowed", () => {
    expect(isOfOrigin(`${own}/desk/?a=1#b`, own)).toBe(true);
  });

  test.each([
    "http://127.0.0.1:8401.example.org/",
    "http://127.0.0.1:8401@example.org/",
    "https://127.0.0.1:8401/",
    "http://localhost:8401/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "about:blank",
    "",
  ])("the address %j is refused", (address) => {
    expect(isOfOrigin(address, own)).toBe(false);
  });
});
