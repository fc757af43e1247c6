import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createStaffDirectory } from "#controller/credentials/staff.ts";
import { EventScript } from "#tests/support/eventScript.ts";
import { openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { runCtl } from "../../../support/rig/ctl.ts";

describe("kioskctl without a device", () => {
  it("verifies a log while the kiosk has it open, and tells a sound one from a damaged one", async () => {
    const folder = scratchFolder();
    const { log, db, close } = openTestLog(folder);
    log.append({ ...testMoment, drafts: new EventScript().commission() });
    const path = join(folder, "kiosk.db");
    const sound = await runCtl(["log", "verify", path]);
    expect(sound).toMatchObject({
      status: 0,
      err: "",
      out: expect.stringMatching(/^The log is sound: \d+ events\.\n$/),
    });
    db.exec("DROP TRIGGER event_is_never_changed; UPDATE event SET at_ms = 0 WHERE position = 3");
    const damaged = await runCtl(["log", "verify", path, "--json"]);
    expect(damaged.status).toBe(1);
    expect(damaged.json()).toMatchObject({ isSound: false, firstBadSeq: 3 });
    close();
  });

  it("exports every event as it is stored, in one document or one a line", async () => {
    const folder = scratchFolder();
    const { log, close } = openTestLog(folder);
    log.append({ ...testMoment, drafts: new EventScript().commission() });
    const path = join(folder, "kiosk.db");
    const document = await runCtl(["log", "export", path, "--json"]);
    expect(document.json()).toMatchObject({ events: log.eventsAfter(0, 1_000) });
    const lines = (await runCtl(["log", "export", path])).out.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual(log.eventsAfter(0, 1_000).map(({ seq }) => seq));
    close();
  });

  it("makes an entry for the staff file whose card and PIN work", async () => {
    const args = ["staff", "--id", "CB-7", "--name", "Lê Thị Bình", "--role", "clerk"];
    const { entry, cardText } = JSON.parse((await runCtl(args, { input: "4711\n" })).out);
    expect(await createStaffDirectory({ staff: [entry] }).verifyPin(cardText, "4711")).toBe(true);
  });

  it.each([
    [[]],
    [["log"]],
    [["log", "verify", "/nowhere/kiosk.db"]],
    [["staff", "--id", "x y"]],
    [["erase"]],
    [["status", "--port", "/dev/null"]],
    [["status", "--port", "/dev/null", "--family", "dc-02"]],
    [["status", "--port", "/dev/null", "--family", "xor8a", "--address", "0"]],
    [["open", "--port", "/dev/null", "--family", "kerong-cu16", "--channel", "17"]],
    [["open", "--port", "/dev/null", "--family", "kerong-cu16", "--channel", "1", "--feedback", "both"]],
    [["trace", "--port", "/dev/null", "--seconds", "0"]],
    [["probe", "--port", "/dev/null", "--sped", "9600"]],
    [["commission"]],
  ])("answers %j with a sentence and status 2, also as JSON", async (args) => {
    const said = await runCtl(args);
    expect(said).toMatchObject({ status: 2, out: "", err: expect.stringMatching(/\S+/) });
    const document = await runCtl([...args, "--json"]);
    expect(document.status).toBe(2);
    expect(document.json()).toEqual({ error: expect.stringMatching(/\w/) });
  });

  it.each([
    "probe",
    "status",
    "open",
    "trace",
    "scan",
    "print-test",
    "doctor",
    "log",
    "backup",
    "restore",
    "staff",
    "commission",
  ])("says how %s is used", async (name) => {
    const { status, out, err } = await runCtl([name, "--help"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain(`kioskctl -- ${name}`);
  });
});
