import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadResult } from "#bench/unlock/loadedResult.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { openForReading } from "#db/open.ts";
import { until } from "#tests/support/until.ts";
import { runCtl } from "../../../support/rig/ctl.ts";
import { KioskRig } from "../../../support/rig/kioskRig.ts";
import { ScreenClient } from "../../../support/rig/screenClient.ts";

let rig: KioskRig;

beforeAll(async () => {
  rig = await KioskRig.start({ hasOffice: false });
});

afterAll(() => rig.close());

const LOCK = "--family kerong-cu16 --address 0";

async function ctl(command: string, flags: string, port = "locks") {
  const args = flags.split(" ").filter((part) => part !== "");
  const result = await runCtl([command, "--port", `${rig.folder}/${port}`, ...args, "--json"]);
  return { ...result, document: result.json() };
}

/** What the log says of a compartment's openings, in order. */
function openings(compartmentNumber: number): string[] {
  const db = openForReading(rig.logPath);
  try {
    return [...readLog(db)].flatMap(({ type, payload }) => {
      const fields = JSON.parse(payload);
      if (fields.compartmentNumber !== compartmentNumber || !/^compartment(Open|Closed)/.test(type)) return [];
      return [`${type} ${fields.reason ?? fields.outcome ?? ""}${fields.staffId ?? ""}`.trim()];
    });
  } finally {
    db.close();
  }
}

describe("kioskctl at the ports of a kiosk that runs", () => {
  it("reads its doors through the controller", async () => {
    const { status, document } = await ctl("status", LOCK);
    expect(status).toBe(0);
    expect(document).toMatchObject({
      channels: expect.arrayContaining([{ channel: 16, door: "closed", occupancy: "notSupported" }]),
    });
  });

  it("looks for no boards there", async () => {
    const { status, err } = await ctl("probe", "");
    expect(status).toBe(1);
    expect(err).toMatch(/A running kiosk owns this port/);
  });

  it("opens a door through the log, once, and by the number that is named", async () => {
    const { status, document } = await ctl("open", `${LOCK} --channel 3 --staff KT-7`);
    expect({ status, document }).toMatchObject({ status: 0, document: { outcome: "opened" } });
    expect((await rig.hands.look(3)).pulses).toBe(1);
    expect(openings(3).slice(0, 2)).toEqual(["compartmentOpenRequested maintenanceKT-7", "compartmentOpened"]);
    await rig.hands.shut(3);
    await until(() => openings(3).includes("compartmentClosed"), { what: "the log says that the door is shut" });
  });

  it("sends three pulses to a jammed door, each in the log, and leaves it to staff", async () => {
    const jammed = [5, 10, 11, 12, 13];
    // On a machine that stalls a door cannot be watched without a gap, and "unresolved" is right: then the next door.
    const channel = await until(
      async () => {
        const number = jammed.shift() ?? 0;
        await rig.hands.jam(number);
        const { status, document } = await ctl("open", `${LOCK} --channel ${number}`);
        expect(status).toBe(1);
        return JSON.stringify(document).includes('"outcome":"jammed"') && number;
      },
      { what: "a door that was watched without a gap" },
    );
    expect((await rig.hands.look(channel)).pulses).toBe(3);
    const pulse = ["compartmentOpenRequested maintenancessh", "compartmentOpenFailed jammed"];
    expect(openings(channel)).toEqual([...pulse, ...pulse, ...pulse]);
  });

  it("refuses a board and a channel that the profile does not have", async () => {
    expect((await ctl("open", "--family kerong-cu16 --address 9 --channel 1")).err).toMatch(/no board with address 9/);
    expect((await ctl("open", "--family wkly --address 0 --channel 1")).err).toMatch(
      /says that this board is a kerong-cu16/,
    );
  });

  it("shows the frames of its wire", async () => {
    const { status, document } = await ctl("trace", "--seconds 2");
    expect(status).toBe(0);
    expect(document).toMatchObject({
      frames: expect.arrayContaining([expect.objectContaining({ direction: "sent", hex: "02 00 30 03 35" })]),
    });
  });

  it("waits for a code at the kiosk's scanner", async () => {
    const reading = ctl("scan", "--seconds 3", "scanner");
    let isOver = false;
    void reading.finally(() => {
      isOver = true;
    });
    await until(
      () => {
        if (!isOver) rig.scanner.show("TUI-2026001");
        return isOver;
      },
      { what: "kioskctl has listened for long enough" },
    );
    const { status, document } = await reading;
    expect({ status, document }).toMatchObject({
      status: 0,
      document: { codes: expect.arrayContaining([expect.objectContaining({ text: "TUI-2026001" })]) },
    });
  });

  it("prints a test page", async () => {
    const before = await rig.hands.paperCount();
    const { status, document } = await ctl("print-test", "", "printer");
    expect({ status, document }).toEqual({ status: 0, document: { result: "printed", printer: "ready" } });
    expect(await rig.hands.paperCount()).toBe(before + 1);
  });

  it("reports what is ready and what is not", async () => {
    const result = await runCtl(["doctor", "--config", `${rig.folder}/kiosk.json`, "--json"]);
    expect(result.json()).toMatchObject({
      isReady: false,
      lines: expect.arrayContaining([
        expect.objectContaining({ subject: "Controller", state: "ok" }),
        expect.objectContaining({ subject: "Lock board A", state: "ok" }),
        expect.objectContaining({ subject: "Database", state: "ok" }),
        expect.objectContaining({ subject: "Network", state: "notOk" }),
        expect.objectContaining({ subject: "UPS", state: "notSupported" }),
      ]),
    });
    expect(result.status).toBe(1);
  });
});

describe("kioskctl at the ports of a kiosk that does not run", () => {
  beforeAll(() => rig.killController());

  it("reports on boards and printer that it asks itself, and writes the report as PDF", async () => {
    const pdf = `${rig.folder}/report.pdf`;
    const result = await runCtl(["doctor", "--config", `${rig.folder}/kiosk.json`, "--pdf", pdf, "--json"]);
    expect(result.json()).toMatchObject({
      lines: expect.arrayContaining([
        expect.objectContaining({ subject: "Controller", state: "unknown" }),
        expect.objectContaining({ subject: "Lock board A", state: "ok" }),
        expect.objectContaining({ subject: "Lock board B", state: "ok" }),
        expect.objectContaining({ subject: "Printer", state: "ok" }),
        expect.objectContaining({ subject: "UPS", state: "notSupported" }),
      ]),
    });
    expect(readFileSync(pdf).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  });

  it("opens an empty compartment through the log", async () => {
    const { status, document } = await ctl("open", `${LOCK} --channel 8 --staff KT-7`);
    expect({ status, document }).toMatchObject({ status: 0, document: { outcome: "opened" } });
    expect(openings(8)).toEqual(["compartmentOpenRequested maintenanceKT-7", "compartmentOpened"]);
  });

  it("opens nothing of which it is not known that it is empty", async () => {
    // It was opened before: anything can lie there now.
    const { status, err } = await ctl("open", `${LOCK} --channel 3`);
    expect(status).toBe(1);
    expect(err).toMatch(/A dossier is in this compartment, or nobody knows/);
    expect((await rig.hands.look(3)).pulses).toBe(1);
  });

  it("knows the port by any of its names", async () => {
    const { err } = await runCtl(["open", "--port", `${rig.folder}/./locks`, ...LOCK.split(" "), "--channel", "3"]);
    expect(err).toMatch(/nobody knows whether one is/);
  });

  it("opens no compartment that holds a dossier, and neither does the controller", async () => {
    await loadResult(`${rig.folder}/kiosk.json`);
    const flags = "--family kerong-cu16 --address 1 --channel 8";
    const stopped = await ctl("open", flags);
    expect(stopped.status).toBe(1);
    expect(stopped.err).toMatch(/A dossier is in this compartment/);
    await rig.startController();
    const running = await ctl("open", flags);
    expect(running.status).toBe(1);
    expect(running.err).toMatch(/opens only with a second person at the machine/);
    expect((await rig.hands.look(24)).pulses).toBe(0);
  });

  it("opens no compartment while somebody is being served", async () => {
    const page = await ScreenClient.enter(rig.launchUrl);
    await page.waitFor("home");
    page.touch({ kind: "startLookup" });
    await page.waitFor("lookup");
    const { status, err } = await ctl("open", `${LOCK} --channel 9`);
    expect(status).toBe(1);
    expect(err).toMatch(/Somebody is being served/);
    expect((await rig.hands.look(9)).pulses).toBe(0);
    page.close();
  });
});
