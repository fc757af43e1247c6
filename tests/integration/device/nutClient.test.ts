import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PowerStatus } from "#core/interfaces/power.ts";
import { createNutClient, type NutClientOptions, type ReportingPowerSupply } from "#device/power/nutClient.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { tcpTransport } from "#device/transport/tcpTransport.ts";
import { type NutDaemon, startNutDaemon } from "#tests/support/nutDaemon.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { until } from "#tests/support/until.ts";

const clock = systemClock();
const ON_MAINS = { "ups.status": "OL CHRG", "battery.charge": "97", "battery.runtime": "1800" };

describe("the power supply behind a real upsd", () => {
  let nut: NutDaemon;
  let supply: ReportingPowerSupply;
  let seen: PowerStatus[];

  beforeEach(async () => {
    const users = "[watcher]\n  password = a secret\n";
    nut = await startNutDaemon(scratchFolder(), ON_MAINS, users);
  });

  afterEach(async () => {
    await supply.stop();
    await nut.driver.signal("SIGCONT");
    await nut.stop();
  });

  function connect(more: Partial<NutClientOptions> = {}): void {
    const transport = tcpTransport({ host: "127.0.0.1", port: nut.port });
    supply = createNutClient({ transport, clock, pollEveryMs: 100, ...more });
    seen = [];
    supply.onChanged((status) => seen.push(status));
    supply.start();
  }

  const reach = (what: string, isReached: (status: PowerStatus) => boolean): Promise<true | undefined> =>
    until(() => isReached(supply.latest()), { what });

  test("goes from mains to battery, to a low battery, to its announced end, and back", async () => {
    connect();
    await reach("mains", ({ source }) => source === "mains");
    expect(supply.latest()).toEqual({
      source: "mains",
      battery: "operational",
      chargePercent: 97,
      runtimeSeconds: 1_800,
      isShuttingDown: false,
    });
    nut.say({ ...ON_MAINS, "ups.status": "OB DISCHRG", "battery.charge": "60" });
    await reach("battery", ({ source }) => source === "battery");
    expect(supply.latest()).toMatchObject({ battery: "operational", chargePercent: 60, isShuttingDown: false });
    nut.say({ "ups.status": "OB LB", "battery.charge": "9" });
    await reach("a low battery", ({ battery }) => battery === "critical");
    expect(supply.latest()).toMatchObject({ source: "battery", isShuttingDown: false });
    nut.say({ "ups.status": "FSD OB LB" });
    await reach("the end", ({ isShuttingDown }) => isShuttingDown);
    nut.say(ON_MAINS);
    await reach("mains again", ({ source }) => source === "mains");
    expect(supply.latest().isShuttingDown).toBe(false);
    expect(seen.map(({ source }) => source)).not.toContain("unknown");
  });

  test("says unknown, never a power failure, of data that grew old, of a driver that is gone and of a dead daemon", async () => {
    connect();
    await reach("mains", ({ source }) => source === "mains");
    await nut.driver.signal("SIGSTOP");
    await reach("old data", ({ source }) => source === "unknown");
    expect(supply.report()).toMatchObject({ state: "unknown", error: { code: "noFreshData" } });
    await nut.driver.signal("SIGCONT");
    await reach("fresh data", ({ source }) => source === "mains");

    await nut.daemon.signal("SIGKILL");
    await reach("no daemon", ({ source }) => source === "unknown");
    expect(supply.report()).toMatchObject({ state: "offline", error: { code: "daemonNotReached" } });
    await nut.restartDaemon();
    await reach("the daemon again", ({ source }) => source === "mains");

    await nut.driver.signal("SIGKILL");
    await reach("no driver", ({ source }) => source === "unknown");
    expect(supply.latest()).toEqual({ source: "unknown", battery: "unknown", isShuttingDown: false });
    expect(seen.map(({ source }) => source)).not.toContain("battery");
  });

  test("reads with a name and a password, also with a wrong one, where reading needs none", async () => {
    connect({ upsName: "kiosk", login: { username: "watcher", password: "a secret" } });
    await reach("mains", ({ source }) => source === "mains");
    await supply.stop();
    connect({ upsName: "kiosk", login: { username: "no body", password: 'wrong " one' } });
    await reach("mains as nobody", ({ source }) => source === "mains");
  });

  test("says unknown of a supply that the daemon does not know, and stays connected", async () => {
    connect({ upsName: "another" });
    await until(() => supply.report().state === "unknown", { what: "a daemon without that supply" });
    expect(supply.latest().source).toBe("unknown");
  });
});
