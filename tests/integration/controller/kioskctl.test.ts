import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createStaffDirectory } from "#controller/credentials/staff.ts";
import { EventScript } from "#tests/support/eventScript.ts";
import { openTestLog, testMoment } from "#tests/support/openTestLog.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const program = fileURLToPath(new URL("../../../controller/kioskctl.ts", import.meta.url));

function kioskctl(args: readonly string[], input = ""): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { input, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

describe("kioskctl", () => {
  it("verifies a log while the kiosk has it open, and tells a sound one from a damaged one", () => {
    const folder = scratchFolder();
    const { log, db, close } = openTestLog(folder);
    log.append({ ...testMoment, drafts: new EventScript().commission() });
    const path = join(folder, "kiosk.db");
    expect(kioskctl(["verify", path]).status).toBe(0);
    db.exec("DROP TRIGGER event_is_never_changed; UPDATE event SET at_ms = 0 WHERE seq = 3");
    const damaged = kioskctl(["verify", path]);
    expect(damaged.status).toBe(1);
    expect(JSON.parse(damaged.out)).toMatchObject({ isSound: false, firstBadSeq: 3 });
    close();
  });

  it("makes an entry for the staff file whose card and PIN work", async () => {
    const args = ["staff", "--id", "CB-7", "--name", "Lê Thị Bình", "--role", "clerk"];
    const { entry, cardText } = JSON.parse(kioskctl(args, "4711\n").out);
    expect(await createStaffDirectory({ staff: [entry] }).verifyPin(cardText, "4711")).toBe(true);
  });

  it.each([[[]], [["verify"]], [["verify", "/nowhere/kiosk.db"]], [["staff", "--id", "x y"]], [["erase"]]])(
    "answers %j with a sentence and status 2",
    (args) => {
      const { status, err } = kioskctl(args);
      expect(status).toBe(2);
      expect(err).toMatch(/Usage|cannot be used/);
    },
  );
});
