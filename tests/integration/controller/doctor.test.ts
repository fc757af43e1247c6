import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import type { CommandWorld } from "#controller/ctl/command.ts";
import { doctorCommand } from "#controller/ctl/doctor.ts";
import { placedDoors } from "#core/domain/cabinet.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { KioskRig } from "#tests/support/rig/kioskRig.ts";
import { testRegistry } from "#tests/support/rig/program.ts";
import { until } from "#tests/support/until.ts";

let rig: KioskRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const Report = z.object({
  lines: z.array(z.object({ subject: z.string(), state: z.string(), fact: z.string(), advice: z.string().optional() })),
});

function worldOf(): CommandWorld {
  return {
    clock: systemClock(),
    registryFolders: [testRegistry],
    isJson: true,
    show: () => {},
    tell: () => {},
    stdin: process.stdin,
  };
}

/** The lines of a report, by what they are about. */
async function reportOf({ folder }: KioskRig, ...flags: string[]) {
  const answer = await doctorCommand.run(["--config", join(folder, "kiosk.json"), ...flags], worldOf());
  return new Map(Report.parse(answer.json).lines.map((line) => [line.subject, line]));
}

test("the doctor finds the same devices with a running controller and without one, and moves no lock", async () => {
  rig = await KioskRig.start();
  const kiosk = rig;
  const boards = kiosk.config.wires.flatMap((wire) => wire.boards).map(({ name }) => `Lock board ${name}`);
  const devices = [...boards, "Printer", "Scanner front", "UPS", "Alarms", "Disk", "Keys", "Log"];
  const awaited = [...boards, "Printer", "Scanner front"];
  const look = async () => {
    const report = await reportOf(kiosk);
    return [...awaited, "Clock"].every((device) => report.get(device)?.state === "ok");
  };
  await until(look, {
    what: "boards, printer and scanner that answer, and a clock that the back office confirms",
    everyMs: 250,
  });
  const pdf = join(kiosk.folder, "readiness.pdf");
  const running = await reportOf(kiosk, "--pdf", pdf);
  expect(readFileSync(pdf).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(running.get("Controller")).toMatchObject({ state: "ok", fact: "runs" });
  expect(running.get("Compartments")?.state).toBe("ok");
  expect(running.get("Log waiting to be sent")?.state).toBe("ok");
  await kiosk.killController();
  const stopped = await reportOf(kiosk);
  expect(stopped.get("Controller")).toMatchObject({ state: "unknown", fact: "does not run" });
  for (const device of devices) expect(stopped.get(device)?.state, device).toBe(running.get(device)?.state);
  // Only a running controller hears the back office's time.
  expect(running.get("Clock")).toMatchObject({ state: "ok" });
  expect(["ok", "unknown"]).toContain(stopped.get("Clock")?.state);
  expect(stopped.get("UPS")).toMatchObject({ state: "notSupported" });
  for (const { compartmentNumber } of placedDoors(kiosk.config.cabinet))
    expect(await kiosk.hands.look(compartmentNumber)).toMatchObject({ pulses: 0 });
}, 120_000);
