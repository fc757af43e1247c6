import { describe, expect, it } from "vitest";
import { changeOf, DeviceHub } from "#controller/technician/deviceHub.ts";
import { boardReport, boardReports, databaseReport, networkReport } from "#controller/technician/deviceReports.ts";
import type { DeviceChange, DeviceReport } from "#core/interfaces/deviceReport.ts";
import type { BoardHealth, DoorReading, LockAddress } from "#core/interfaces/lockBoard.ts";
import { NO_SAFETY_INPUTS } from "#device/inputs/safetyReport.ts";
import { NO_POWER_SUPPLY } from "#device/power/upsReport.ts";

const board: BoardHealth = {
  board: "A",
  wire: "east",
  family: "kerong-cu16",
  address: 0,
  channels: 16,
  status: "online",
  requests: 10,
  missed: 0,
  damaged: 0,
};

describe("the device hub", () => {
  it("tells only what changed, once, and null where an error is gone", () => {
    let status: BoardHealth["status"] = "online";
    const logged: object[] = [];
    const hub = new DeviceHub([() => [boardReport({ ...board, status })]], {
      info: (fields: object) => logged.push(fields),
    });
    const told: DeviceChange[] = [];
    hub.onChange((change) => told.push(change));
    hub.refresh();
    hub.refresh();
    status = "noReply";
    hub.refresh();
    status = "online";
    hub.refresh();
    expect(told.slice(1)).toEqual([
      { deviceId: "lockBoard:A", state: "offline", error: { code: "noReply", action: "maintenance" } },
      { deviceId: "lockBoard:A", state: "online", error: null },
    ]);
    expect(told[0]).toMatchObject({ state: "online", properties: { wire: "east", address: 0 } });
    expect(logged).toHaveLength(3);
    expect(hub.reports()).toHaveLength(1);
  });

  it("leaves a property out that is the same as before", () => {
    const report = (paper: string, cover: string): DeviceReport => ({
      deviceId: "printer",
      kind: "printer",
      state: "online",
      capabilities: {},
      properties: { paper, cover },
    });
    expect(changeOf(report("full", "shut"), report("nearEnd", "shut"))).toEqual({
      deviceId: "printer",
      properties: { paper: "nearEnd" },
    });
    expect(changeOf(report("full", "shut"), report("full", "shut"))).toBeUndefined();
  });
});

describe("a device's report", () => {
  it.each([
    [
      "a board with a twin at its address",
      boardReport({ ...board, fault: "twoAnswers" }),
      "hardwareError",
      "configuration",
    ],
    ["a board that is not learned", boardReport({ ...board, status: "notCommissioned" }), "userError", "configuration"],
    ["a board that is silent", boardReport({ ...board, status: "noReply" }), "offline", "maintenance"],
    ["a log that cannot be written", databaseReport(false), "hardwareError", "maintenance"],
  ] as const)("of %s says what staff do", (_, report, state, action) => {
    expect(report).toMatchObject({ state, error: { action } });
  });

  it("keeps what is unknown apart from what there is not", () => {
    expect(boardReport({ ...board, status: "unknown" }).state).toBe("unknown");
    expect(networkReport("notSupported").state).toBe("notSupported");
    expect(networkReport("offline").state).toBe("offline");
    expect(NO_POWER_SUPPLY.report().state).toBe("notSupported");
    expect(NO_SAFETY_INPUTS.report().state).toBe("notSupported");
  });

  it("of a board says how many of its doors can be read", () => {
    const latest = ({ channel }: LockAddress): DoorReading => ({
      door: channel <= 3 ? "closed" : "unknown",
      occupancy: "notSupported",
    });
    expect(boardReports({ boards: () => [board], latest })).toMatchObject([{ properties: { doorsRead: 3 } }]);
  });
});
