import type { DeviceTest, TestResult } from "#core/contract/technician.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";

/** The test that a device has; undefined where there is none. The part after the colon of its id is its name. */
export function testOf({ kind, deviceId }: Pick<DeviceReport, "kind" | "deviceId">): DeviceTest | undefined {
  const name = deviceId.slice(deviceId.indexOf(":") + 1);
  switch (kind) {
    case "lockBoard":
      return { kind, board: name };
    case "scanner":
      return { kind, name };
    case "safetyInputs":
      return undefined;
    default:
      return { kind };
  }
}

/** True where two tests try the same thing. */
export function isSameTest(one: DeviceTest, other: DeviceTest): boolean {
  if (one.kind === "lockBoard") return other.kind === "lockBoard" && one.board === other.board;
  if (one.kind === "scanner") return other.kind === "scanner" && one.name === other.name;
  return one.kind === other.kind;
}

/** The newest result of a test; undefined where it was never run. */
export function resultOf(results: readonly TestResult[], test: DeviceTest): TestResult | undefined {
  return results
    .filter((result) => isSameTest(result.test, test))
    .reduce<TestResult | undefined>(
      (newest, one) => (newest === undefined || one.atMs > newest.atMs ? one : newest),
      undefined,
    );
}
