import { expect, it } from "vitest";
import { ControlCommands } from "#controller/control/controlCommands.ts";
import { OutsideDoors } from "#controller/control/openFromOutside.ts";
import { makeWorld } from "#controller/runner/world.ts";
import type { ControlLine, ControlRequest } from "#core/contract/control.ts";
import type { LockAddress } from "#core/interfaces/lockBoard.ts";
import { RunnerKiosk } from "#tests/support/runnerKiosk.ts";

/** What `kioskctl` reaches of a kiosk whose locks hang on one board. */
async function controlled({ isTechnicianMode = false } = {}) {
  const kiosk = await RunnerKiosk.started();
  const { parts, runner, clock } = kiosk;
  const locks = new Map<number, LockAddress>(parts.locks);
  const commands = new ControlCommands({
    kioskNumber: 1,
    wires: [{ name: "A", path: "/dev/null", boards: [{ name: "A", address: 0, channels: 3 }] }],
    boards: kiosk.boards,
    scanners: [],
    printer: parts.printer,
    clock,
    doors: new OutsideDoors({
      runner,
      clock,
      register: () => parts.log.register,
      world: () => makeWorld(parts, runner.standingObstacle),
    }),
    locks,
    isIdle: () => runner.visit.at.step === "home",
    isTechnicianMode: () => isTechnicianMode,
    readinessLines: () => [],
    makeBackup: async () => ({ path: "/backups/one", lastSeq: 3 }),
    testPage: () => ({ widthDots: 8, heightDots: 1, data: new Uint8Array(1) }),
  });
  const lines: ControlLine[] = [];
  const ask = (request: ControlRequest) =>
    commands.perform(request, (line) => void lines.push(line), new AbortController().signal);
  return { kiosk, commands, lines, ask };
}

it("steps aside for a technician only when the door that kioskctl asked for has its outcome", async () => {
  const { kiosk, commands, lines, ask } = await controlled();
  let hasSteppedAside = false;
  const opening = ask({ command: "open", port: "/dev/null", address: 0, channel: 2, staffId: "KT-7" });
  const settled = commands.settled().then(() => {
    hasSteppedAside = true;
  });
  await kiosk.clock.advance(0);
  expect(kiosk.boards.commands.map(({ lock }) => lock.channel)).toEqual([2]);
  expect(hasSteppedAside).toBe(false);
  kiosk.boards.endUnlock("opened");
  await kiosk.clock.until(Promise.all([opening, settled]));
  expect(lines).toMatchObject([{ kind: "outcome", outcome: "opened" }]);
});

it("has nothing under way when nobody asked for anything", async () => {
  const { commands } = await controlled();
  await expect(commands.settled()).resolves.toBeUndefined();
});

it("prints nothing from outside while a technician works at the machine", async () => {
  const { lines, ask } = await controlled({ isTechnicianMode: true });
  await ask({ command: "printTest" });
  expect(lines).toEqual([{ kind: "refused", sentence: "A technician works at the machine." }]);
});
