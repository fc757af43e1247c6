import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadConfig } from "#controller/config/loadConfig.ts";
import { HardwareProfile } from "#core/domain/hardwareProfile.ts";
import { createPtyPair } from "#tests/support/ptyPair.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { type SimulatorProcess, startSimulator } from "#tests/support/simulatorProcess.ts";
import { until } from "#tests/support/until.ts";
import { runCtl } from "../../../support/rig/ctl.ts";
import { freePort } from "../../../support/rig/cuttableLine.ts";
import { startNodeProgram } from "../../../support/rig/program.ts";
import { writeRigConfig } from "../../../support/rig/rigConfig.ts";
import { ScreenClient } from "../../../support/rig/screenClient.ts";

async function wire(
  folder: string,
  name: string,
  board: string,
): Promise<{ port: string; simulator: SimulatorProcess }> {
  const pair = await createPtyPair(folder, name);
  const simulator = await startSimulator(["--lock", pair.devicePath, "--boards", board]);
  onTestFinished(async () => {
    await simulator.stop();
    await pair.unplug();
  });
  return { port: pair.driverPath, simulator };
}

/** Whoever stands before the cabinet shuts every door that is open. */
async function shutOpenDoors(simulators: readonly SimulatorProcess[]): Promise<void> {
  for (const simulator of simulators) {
    const { cabinet } = await simulator.state();
    for (const { lock, isOpen } of cabinet.compartments)
      if (isOpen) await simulator.control({ action: "shutDoor", lock });
  }
}

/** A kiosk.json of which nothing is commissioned yet. */
async function bareConfig(folder: string): Promise<string> {
  const { path, config } = writeRigConfig({
    folder,
    lockPath: "/dev/none",
    printerPath: "/dev/none-either",
    scannerPath: "/dev/no-scanner",
    port: await freePort(),
    backOfficeUrl: "http://127.0.0.1:9",
  });
  const { wires: _wires, cabinet: _cabinet, ...bare } = config;
  writeFileSync(path, JSON.stringify({ ...bare, scanners: [] }));
  return path;
}

describe("kioskctl commission", () => {
  it("commissions a cabinet of two unknown boards on two wires, and the kiosk serves with it", async () => {
    const folder = scratchFolder();
    const left = await wire(folder, "left", "X:1:24:xor8a:opening:firstByteFirst");
    const right = await wire(folder, "right", "Y:0:16:kerong-cu16:closing");
    const path = await bareConfig(folder);
    const simulators = [left.simulator, right.simulator];
    const numbers = [11, 12, 21];
    const answer = async (line: string): Promise<string | undefined> => {
      if (line.startsWith("Shut every door")) return "";
      if (line.includes("which channel shall open?")) return "2";
      if (line.includes("Shut the door.")) return void (await shutOpenDoors(simulators));
      if (line.includes(", channel ")) return /channel ([23]):/.test(line) && numbers.length > 0 ? "" : endOf(line);
      if (line.startsWith("Which door opened?")) return `${numbers.shift()} ${numbers.length === 0 ? 3 : 1} 200`;
      return undefined;
    };
    const args = ["commission", "--port", left.port, "--port", right.port, "--config", path, "--staff", "KT-7"];
    const result = await runCtl([...args, "--json"], { answer });
    const file = join(folder, "kiosk", "hardware.json");
    expect({ err: result.status === 0 ? "" : result.err, status: result.status }).toEqual({ err: "", status: 0 });
    expect(result.json()).toEqual({ saved: file, boards: 2, doors: 3 });
    const profile = HardwareProfile.parse(JSON.parse(readFileSync(file, "utf8")));
    expect(profile.wires.flatMap(({ boards }) => boards)).toMatchObject([
      {
        family: "xor8a",
        address: 1,
        feedback: "opening",
        byteOrder: "firstByteFirst",
        calibration: { by: "KT-7", channel: 2 },
      },
      { family: "kerong-cu16", address: 0, feedback: "closing" },
    ]);
    expect(loadConfig(path)).toMatchObject({ ok: true, value: { config: { hardwareSource: "file" } } });
    const kiosk = await startNodeProgram("controller/main.ts", ["--config", path]);
    onTestFinished(() => kiosk.signal("SIGKILL"));
    const flags = ["--family", "xor8a", "--address", "1"];
    const status = await until(
      async () => {
        const read = await runCtl(["status", "--port", left.port, ...flags, "--json"]);
        return read.status === 0 && read;
      },
      { what: "the controller reads the doors" },
    );
    expect(status.json()).toMatchObject({
      channels: expect.arrayContaining([{ channel: 24, door: "closed", occupancy: "notSupported" }]),
    });
  });

  it("saves nothing when the technician leaves or nothing answers", async () => {
    const folder = scratchFolder();
    const { port, simulator } = await wire(folder, "wire", "X:0:16");
    const out = join(folder, "profile.json");
    const left = await runCtl(["commission", "--port", port, "--out", out], { input: "\nq\n" });
    expect(left).toMatchObject({ status: 1, err: expect.stringMatching(/nothing was saved/) });
    await simulator.control({ action: "unplugWire" });
    const flags = ["--family", "winnsen", "--address", "2"];
    const silent = await runCtl(["commission", "--port", port, "--out", out, ...flags, "--json"]);
    expect(silent.status).toBe(1);
    expect(silent.json()).toEqual({ error: "The board does not answer." });
    expect(() => readFileSync(out)).toThrow(/ENOENT/);
  });

  it("leaves a kiosk that nobody commissioned running, out of service for citizens", async () => {
    const folder = scratchFolder();
    const path = await bareConfig(folder);
    const kiosk = await startNodeProgram("controller/main.ts", ["--config", path]);
    onTestFinished(() => kiosk.signal("SIGKILL"));
    const page = await ScreenClient.enter(kiosk.readyLine.slice("ready ".length));
    await page.waitFor("home");
    page.touch({ kind: "startIntake" });
    await page.waitFor("intakeClosed");
    page.close();
    rmSync(path, { force: true });
  });
});

function endOf(line: string): string {
  return /channel 1:/.test(line) ? "n" : "e";
}
