import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { freePort } from "../../support/rig/cuttableLine.ts";
import { kioskEvents, payloadsOf } from "../../support/rig/logCheck.ts";
import { isReadyLine, type Program, startNodeProgram, startProgram } from "../../support/rig/program.ts";
import { startPtyPair } from "../../support/rig/ptyPair.ts";
import { deskCode, writeRigConfig } from "../../support/rig/rigConfig.ts";
import { ScreenClient } from "../../support/rig/screenClient.ts";
import { StrangeBoard } from "./strangeBoard.ts";

const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.toReversed()) await end();
  endings.length = 0;
});

function endLater(program: Program): Program {
  endings.push(() => program.signal("SIGKILL"));
  return program;
}

test("the kiosk runs alone on a board that somebody else emulated, and a deposit works", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kiosk-foreign-"));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  const [locks, printer, scanner] = await Promise.all(
    ["locks", "printer", "scanner"].map((name) => startPtyPair(folder, name)),
  );
  if (!locks || !printer || !scanner) throw new Error("There are no pseudo-terminals.");
  for (const { program } of [locks, printer, scanner]) endLater(program);
  const board = new StrangeBoard(locks.devicePath);
  endings.push(() => board.close());
  endLater(
    await startNodeProgram("device/simulator/main.ts", ["--printer", printer.devicePath], (line) =>
      line.startsWith("{"),
    ),
  );
  const { path } = writeRigConfig({
    folder,
    lockPath: locks.kioskPath,
    printerPath: printer.kioskPath,
    scannerPath: scanner.kioskPath,
    port: await freePort(),
    backOfficeUrl: `http://127.0.0.1:${await freePort()}`,
    doors: 16,
  });
  const kiosk = endLater(
    await startProgram({ command: "npm", args: ["run", "kiosk", "--", "--config", path], isReady: isReadyLine }),
  );

  const launchUrl = kiosk.readyLine.slice("ready ".length);
  const screen = await ScreenClient.enter(launchUrl);
  endings.push(() => screen.close());
  await screen.waitFor("home", ({ isIntakePossible, freeCompartments }) => isIntakePossible && freeCompartments === 16);
  const compartmentNumber = await prepareDeposit(screen);
  screen.touch({ kind: "openCompartment" });
  await screen.waitFor("depositOpen");
  expect(board.pulses).toHaveLength(1);
  expect([...board.open]).toEqual(board.pulses);
  board.open.clear();
  await screen.waitFor("receipt", ({ paper }) => paper === "printed");

  const events = kioskEvents({ logPath: join(folder, "kiosk", "kiosk.db") });
  expect(payloadsOf(events, "dossierDeposited")).toMatchObject([{ compartmentNumber }]);
});

/** Types everything in, up to the chosen compartment. */
async function prepareDeposit(screen: ScreenClient): Promise<number> {
  screen.touch({ kind: "startIntake" });
  await screen.waitFor("procedure");
  screen.touch({ kind: "chooseProcedure", procedureId: "dang-ky-ho-kinh-doanh" });
  await screen.waitFor("papers");
  screen.touch({ kind: "confirmPapers" });
  await screen.waitFor("consent");
  screen.touch({ kind: "giveConsent" });
  await screen.waitFor("card");
  screen.show(deskCode("citizen"));
  await screen.waitFor("phone");
  screen.touch({ kind: "enterPhone", phone: "0901234567" });
  await screen.waitFor("phoneReadBack");
  screen.touch({ kind: "confirmPhone" });
  await screen.waitFor("bag");
  screen.show(deskCode("bagLabel"));
  return (await screen.waitFor("depositReady")).compartmentNumber;
}
