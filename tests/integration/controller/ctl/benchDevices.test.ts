import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createPtyPair, type PtyPair } from "#tests/support/ptyPair.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { startSimulator } from "#tests/support/simulatorProcess.ts";
import { runCtl } from "../../../support/rig/ctl.ts";

async function bench(): Promise<PtyPair> {
  const pair = await createPtyPair(scratchFolder(), "bench");
  onTestFinished(() => pair.unplug());
  return pair;
}

/** Says the same again and again, as a person does who shows a code until the machine takes it. */
function keepSaying(path: string, bytes: Uint8Array): void {
  const timer = setInterval(() => writeFileSync(path, bytes), 200);
  onTestFinished(() => clearInterval(timer));
}

describe("kioskctl at the other devices of a bench", () => {
  test("waits for codes of a serial scanner, whatever they are written in", async () => {
    const pair = await bench();
    keepSaying(pair.devicePath, Buffer.from("Hồ sơ 7\r\n", "utf8"));
    const { status, json } = await runCtl(["scan", "--port", pair.driverPath, "--seconds", "3", "--json"]);
    expect(status).toBe(0);
    const { codes } = json() as { codes: unknown[] };
    expect(codes.length).toBeGreaterThan(0);
    expect(codes).toContainEqual({ symbology: "unknown", text: "Hồ sơ 7" });
  });

  test("says that no code came, with status 1 and one JSON document", async () => {
    const pair = await bench();
    const { status, json, err } = await runCtl(["scan", "--port", pair.driverPath, "--seconds", "2", "--json"]);
    expect({ status, json: json() }).toEqual({ status: 1, json: { codes: [] } });
    expect(err).toContain("No code came.");
  });

  test("shows the frames of a wire that others speak on, and sends nothing itself", async () => {
    const pair = await bench();
    // A status request to a CU16 board, as its own controller would send it.
    keepSaying(pair.devicePath, Uint8Array.of(0x02, 0x00, 0x30, 0x03, 0x35));
    const { status, json } = await runCtl(["trace", "--port", pair.driverPath, "--seconds", "2", "--json"]);
    expect(status).toBe(0);
    expect(JSON.stringify(json())).toContain("02 00 30 03 35");
  });

  test("prints a test page on a serial printer and says what became of it", async () => {
    const pair = await bench();
    const simulator = await startSimulator(["--printer", pair.devicePath]);
    onTestFinished(() => simulator.stop());
    const { status, json } = await runCtl(["print-test", "--port", pair.driverPath, "--json"]);
    expect({ status, json: json() }).toEqual({ status: 0, json: { result: "printed", printer: "ready" } });
    expect((await simulator.state()).printer.paperCount).toBe(1);
  });

  test("prints nothing without paper, and says so with status 1", async () => {
    const pair = await bench();
    const simulator = await startSimulator(["--printer", pair.devicePath]);
    onTestFinished(() => simulator.stop());
    await simulator.control({ action: "breakPrinter", isPaperOut: true });
    const { status, json } = await runCtl(["print-test", "--port", pair.driverPath, "--json"]);
    expect({ status, json: json() }).toEqual({ status: 1, json: { result: "notPrinted", printer: "paperOut" } });
    expect((await simulator.state()).printer.paperCount).toBe(0);
  });

  test("prints a test page on a network printer that cannot answer", async () => {
    const received: Buffer[] = [];
    const server = createServer((socket) => socket.on("data", (bytes) => received.push(bytes)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { status, json } = await runCtl(["print-test", "--port", `127.0.0.1:${port}`, "--no-status", "--json"]);
    expect(status).toBe(0);
    expect(json()).toMatchObject({ result: "unverified" });
    // Initialise, then raster strips: `1B 40` and `1D 76 30`.
    const paper = Buffer.concat(received);
    expect(paper.indexOf(Uint8Array.of(0x1b, 0x40))).toBeGreaterThanOrEqual(0);
    expect(paper.indexOf(Uint8Array.of(0x1d, 0x76, 0x30))).toBeGreaterThan(0);
  });

  test("says that a port is not there, and names it", async () => {
    const missing = join(scratchFolder(), "ttyNowhere");
    for (const command of [["scan", "--seconds", "1"], ["trace", "--seconds", "1"], ["print-test"]]) {
      const { status, err } = await runCtl([...command, "--port", missing, "--json"]);
      expect(status, command.join(" ")).toBe(1);
      expect(err, command.join(" ")).not.toBe("");
    }
  });
});
