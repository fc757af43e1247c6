import { expect, test } from "vitest";
import { readLaunch } from "#electron/launch.ts";

const url = "http://127.0.0.1:8401/?launch=once";

test("the launch address comes from the environment and loses its code for later loads", () => {
  expect(readLaunch([], { KIOSK_LAUNCH_URL: url })).toEqual({
    firstUrl: url,
    againUrl: "http://127.0.0.1:8401/",
    origin: "http://127.0.0.1:8401",
    isWindowed: false,
  });
});

test("an address among the arguments wins over the environment", () => {
  const launch = readLaunch(["--no-sandbox", "main.mjs", "http://localhost:9000/a"], { KIOSK_LAUNCH_URL: url });
  expect(launch.origin).toBe("http://localhost:9000");
});

test("a shell without an address says what it needs", () => {
  expect(() => readLaunch([], {})).toThrow("KIOSK_LAUNCH_URL");
  expect(() => readLaunch([], { KIOSK_LAUNCH_URL: "not an address" })).toThrow("KIOSK_LAUNCH_URL");
});

test.each(["https://example.org/", "http://192.168.1.7/", "file:///etc/passwd"])(
  "the shell refuses to show %s",
  (far) => {
    expect(() => readLaunch([], { KIOSK_LAUNCH_URL: far })).toThrow("pages of this machine");
  },
);
