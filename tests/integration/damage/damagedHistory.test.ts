import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { openForReading } from "#db/open.ts";
import { selectEventsAfter, selectLastEvent } from "#db/queries/event.ts";
import { bareConfig, startBareKiosk } from "#tests/support/damage/bareKiosk.ts";
import { flipAt, makeStore } from "#tests/support/damage/sampleStore.ts";
import { ScreenClient } from "#tests/support/rig/screenClient.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const TIMEOUT_MS = 180_000;
const PAGE_BYTES = 4_096;

test(
  "a kiosk with a page of old events that cannot be read takes no dossiers, goes on with all else, and takes them again once it is mended",
  async () => {
    const folder = scratchFolder();
    const dataDir = join(folder, "kiosk");
    const known = await makeStore(dataDir, { turns: 60 });
    const path = join(dataDir, "kiosk.db");
    const configPath = await bareConfig(folder);
    const page = oldEventPage(path);
    flipAt(path, (page - 1) * PAGE_BYTES, 8);

    // None of these events was sent yet: what the sync and the technician's view read is damaged as well.
    const damaged = await startBareKiosk(configPath);
    const screen = await ScreenClient.enter(damaged.launchUrl);
    onTestFinished(() => screen.close());
    await screen.waitFor("home", ({ intakeObstacle }) => intakeObstacle === "history");
    screen.touch({ kind: "startIntake" });
    expect(await screen.waitFor("intakeClosed")).toMatchObject({ obstacle: "history" });
    screen.touch({ kind: "back" });
    await screen.waitFor("home");
    screen.touch({ kind: "startLookup" });
    await screen.waitFor("lookup");
    screen.touch({ kind: "cancel" });
    await screen.waitFor("home");
    expect(damaged.program.isRunning).toBe(true);
    await damaged.program.signal("SIGTERM");

    flipAt(path, (page - 1) * PAGE_BYTES, 8);
    const mended = await startBareKiosk(configPath);
    const again = await ScreenClient.enter(mended.launchUrl);
    onTestFinished(() => again.close());
    await again.waitUntil(
      ({ screen: now }) => now.name === "home" && now.intakeObstacle !== "history",
      "the damage is over",
    );
    const db = openForReading(path);
    const told = selectEventsAfter(db, known.lastSeq, { limit: 1_000 }).filter(({ type }) => type.startsWith("store"));
    expect(told.map(({ type }) => type)).toEqual(["storeDamaged", "storeRepaired"]);
    expect(selectLastEvent(db)?.position).toBeGreaterThan(known.lastSeq);
    db.close();
  },
  TIMEOUT_MS,
);

/** A leaf page of the event table between its first and its last one. */
function oldEventPage(path: string): number {
  const db = new Database(path, { readonly: true });
  const bytes = db.serialize();
  const root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'event'").pluck().get());
  db.close();
  // Interior page of a table: a header of 12 bytes, then where each cell is; a cell begins with the child's number.
  const at = (root - 1) * PAGE_BYTES;
  const third = bytes.readUInt16BE(at + 12 + 2 * 3);
  return bytes.readUInt32BE(at + third);
}
