import { describe, expect, it } from "vitest";
import { changeOf, DeviceHub } from "#controller/technician/deviceHub.ts";
import { boardReport, databaseReport, networkReport } from "#controller/technician/deviceReports.ts";
import type { DeviceChange, DeviceReport } from "#core/interfaces/deviceReport.ts";
import type { BoardHealth } from "#core/interfaces/lockBoard.ts";

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
    ["a board with a twin", boardReport({ ...board, fault: "twoAnswers" }), "hardwareError", "configuration"],
    ["a board not learned", boardReport({ ...board, status: "notCommissioned" }), "userError", "configuration"],
    ["a silent board", boardReport({ ...board, status: "noReply" }), "offline", "maintenance"],
    ["a log that refuses", databaseReport(false), "hardwareError", "maintenance"],
  ] as const)("of %s says what staff do", (_, report, state, action) => {
    expect(report).toMatchObject({ state, error: { action } });
  });

  it("keeps what is unknown apart from what there is not", () => {
    expect(boardReport({ ...board, status: "unknown" })).toMatchObject({ state: "unknown" });
    expect(networkReport("notSupported").state).toBe("notSupported");
    expect(databaseReport(true).error).toBeUndefined();
  });
});
