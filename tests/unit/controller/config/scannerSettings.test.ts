import { expect, test } from "vitest";
import { describeIssues } from "#controller/config/describeIssues.ts";
import { ScannerList } from "#controller/config/scannerSettings.ts";

const serial = { kind: "serial", name: "front", path: "/dev/serial/by-id/a" };
const hid = { kind: "hid", name: "side", vendorId: "0c2e" };

function problemsOf(list: unknown): string[] {
  const parsed = ScannerList.safeParse(list);
  return parsed.success ? [] : describeIssues(parsed.error, list);
}

test("scanners on serial lines and on HID stand side by side", () => {
  expect(ScannerList.parse([serial, hid])).toEqual([
    { ...serial, baudRate: 9_600, model: "generic", hasAimPrefix: false },
    hid,
  ]);
  expect(problemsOf([hid, { ...hid, name: "other", vendorId: "05f9" }])).toEqual([]);
  const twins = [
    { ...hid, serialNumber: "1" },
    { ...hid, name: "other", serialNumber: "2" },
  ];
  expect(problemsOf(twins)).toEqual([]);
});

test.each([
  ["a name used twice", [serial, { ...hid, name: "front" }], "is the name of another scanner"],
  ["a port used twice", [serial, { ...serial, name: "b" }], "may be the same device"],
  ["HID scanners that nothing tells apart", [hid, { kind: "hid", name: "any" }], "may be the same device"],
  ["ids that lsusb does not print so", [{ ...hid, vendorId: "0C2E" }], "four hexadecimal digits"],
  ["an unknown make", [{ ...serial, model: "acme" }], "model"],
])("a list of scanners with %s is refused in words", (_what, list, words) => {
  const problems = problemsOf(list);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(words);
});
