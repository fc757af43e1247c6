import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "#tests/support/rig/cuttableLine.ts";
import { isReadyLine, type Program, startProgram } from "#tests/support/rig/program.ts";
import { writeRigConfig } from "#tests/support/rig/rigConfig.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { startServiceManager } from "#tests/support/serviceManager.ts";
import { until } from "#tests/support/until.ts";

const WATCHDOG_MS = 3_000;
const TIMEOUT_MS = 120_000;

function endLater(program: Program): void {
  onTestFinished(async () => {
    if (program.isRunning) await program.signal("SIGKILL");
  });
}

test(
  "the service manager hears of a ready controller and of its beats, of no beat while it stands still, and of its end",
  async () => {
    const folder = scratchFolder();
    const manager = await startServiceManager(folder);
    endLater(manager.program);
    const nowhere = (name: string): string => join(folder, `no-${name}`);
    const { path } = writeRigConfig({
      folder,
      lockPath: nowhere("locks"),
      printerPath: nowhere("printer"),
      scannerPath: nowhere("scanner"),
      port: await freePort(),
      backOfficeUrl: `http://127.0.0.1:${await freePort()}`,
    });
    const env = [`NOTIFY_SOCKET=${manager.socket}`, `WATCHDOG_USEC=${WATCHDOG_MS * 1_000}`];
    const controller = await startProgram({
      command: "env",
      args: [...env, process.execPath, "controller/main.ts", "--config", path],
      isReady: isReadyLine,
    });

    endLater(controller);

    await until(() => manager.count("READY=1") === 1, { what: "ready" });
    // No board, printer or scanner is there: that is no reason to start the machine again.
    await until(() => manager.count("WATCHDOG=1") >= 4, { what: "four beats" });
    expect(manager.count("STATUS=In service.")).toBeGreaterThanOrEqual(4);

    await controller.signal("SIGSTOP");
    await until(() => manager.silentMs > WATCHDOG_MS, {
      what: "a silence that ends a service",
    });
    const beats = manager.count("WATCHDOG=1");
    await controller.signal("SIGCONT");
    await until(() => manager.count("WATCHDOG=1") > beats, { what: "beats again" });

    expect(manager.count("STOPPING=1")).toBe(0);
    await controller.signal("SIGTERM");
    await until(() => manager.count("STOPPING=1") === 1, { what: "the end" });
  },
  TIMEOUT_MS,
);
