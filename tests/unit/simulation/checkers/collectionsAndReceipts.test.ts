import { hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toBase32 } from "#controller/credentials/base32.ts";
import { CollectedWasOpened } from "#simulation/checkers/collectedWasOpened.ts";
import { ReceiptsStand } from "#simulation/checkers/receiptsStand.ts";
import { RetentionKeepsTime } from "#simulation/checkers/retentionKeepsTime.ts";
import { CheckedScene, depositOf } from "#tests/support/checkedScene.ts";
import { idOf } from "#tests/support/flowWorld.ts";

const collected = {
  type: "resultCollected",
  payload: {
    visitId: idOf("visit"),
    dossierId: idOf("dossier"),
    compartmentNumber: 1,
    isVerified: true,
    confirmedBy: "person",
  },
} as const;

function collecting(): CheckedScene {
  const scene = new CheckedScene(new CollectedWasOpened(new Set(["sensorStuck"])));
  scene.log(depositOf("dossier", 1));
  return scene;
}

describe("the checker of collections", () => {
  it("finds a verified collection behind a door that never opened", () => {
    const scene = collecting();
    scene.ask(1, { reason: "collection" });
    scene.log(collected);
    expect(scene.violations).toEqual([expect.stringContaining("never opened in this visit")]);
  });

  it("finds a verified collection while the door stands open", () => {
    const scene = collecting();
    scene.open(1, { reason: "collection" });
    scene.log(collected);
    expect(scene.violations).toEqual([expect.stringContaining("its door stands open")]);
  });

  it("is content with a door that opened and was shut", () => {
    const scene = collecting();
    scene.open(1, { reason: "collection" });
    scene.door(1, false);
    scene.log(collected);
    expect(scene.violations).toEqual([]);
  });

  it("finds a verified collection behind a sensor that is declared faulty", () => {
    const scene = collecting();
    scene.log({ type: "doorSensorDeclared", payload: { compartmentNumber: 1, isFaulty: true, source: "found" } });
    scene.open(1, { reason: "collection" });
    scene.door(1, false);
    scene.log(collected);
    expect(scene.violations).toEqual([expect.stringContaining("sensor is faulty")]);
    scene.log({ ...collected, payload: { ...collected.payload, isVerified: false } });
    expect(scene.violations).toHaveLength(1);
  });

  it("believes the readings of a sensor that is made to lie", () => {
    const scene = collecting();
    scene.see({ kind: "fault", name: "sensorStuck", phase: "begins" });
    scene.ask(1, { reason: "collection" });
    scene.log(collected);
    expect(scene.violations).toEqual([]);
  });
});

const random = Uint8Array.from({ length: 16 }, (_, at) => at);
const receipt = `HS1${toBase32(Uint8Array.from([1, 2, ...random, ...new Uint8Array(64)]))}`;
const tokenHash = hash("sha256", random, "hex");

function deposit() {
  const draft = depositOf("dossier", 1);
  return draft.type === "dossierDeposited" ? { ...draft, payload: { ...draft.payload, tokenHash } } : draft;
}

describe("the checker of receipts", () => {
  it("finds a receipt that comes out before its deposit is durable", () => {
    const scene = new CheckedScene(new ReceiptsStand());
    scene.see({ kind: "paper", codes: [receipt] });
    expect(scene.violations).toEqual([expect.stringContaining("no deposit was durable")]);
  });

  it("finds the deposit of a receipt gone after a restart, and only then", () => {
    const scene = new CheckedScene(new ReceiptsStand());
    scene.log(deposit());
    scene.see({ kind: "paper", codes: ["TUI-000001", receipt] });
    scene.see({ kind: "started" });
    expect(scene.violations).toEqual([]);
    const dossier = scene.register.get("dossier", idOf("dossier"));
    if (dossier) scene.register.set("dossier", { ...dossier, tokenHash: "b".repeat(64) });
    scene.see({ kind: "started" });
    expect(scene.violations).toEqual([expect.stringContaining("no longer the kiosk's")]);
  });

  it("does not miss a deposit without a receipt", async () => {
    const scene = new CheckedScene(new ReceiptsStand());
    scene.log(deposit());
    expect(await scene.end()).toBeUndefined();
  });

  it("lets a receipt go when the retention of its deposit ends", () => {
    const scene = new CheckedScene(new ReceiptsStand());
    scene.log(deposit());
    scene.see({ kind: "paper", codes: [receipt] });
    scene.log({ type: "retentionEnded", payload: { dossierId: idOf("dossier"), leftAtMs: 0 } });
    scene.see({ kind: "started" });
    expect(scene.violations).toEqual([]);
  });
});

describe("the checker of retention", () => {
  const DAY_MS = 86_400_000;
  const dossierId = idOf("dossier");
  const ended = { type: "retentionEnded", payload: { dossierId, leftAtMs: 0 } } as const;

  function left(afterDays: number): CheckedScene {
    const scene = new CheckedScene(new RetentionKeepsTime(30));
    scene.log(deposit());
    scene.log({ type: "dossierNotFound", payload: { ...found, dossierId } });
    scene.wait(afterDays * DAY_MS);
    scene.log(ended);
    return scene;
  }
  const found = { exchangeId: idOf("exchange"), staffId: "CB-101", caseNumber: 1, compartmentNumber: 1 };

  it("finds an end that comes too early by the true time, or for a dossier that is in the kiosk", () => {
    expect(left(29).violations).toEqual([expect.stringContaining("29.0 days after")]);
    const inside = new CheckedScene(new RetentionKeepsTime(30));
    inside.log(deposit());
    inside.wait(40 * DAY_MS);
    inside.log(ended);
    expect(inside.violations).toEqual([expect.stringContaining("never left")]);
  });

  it("is content with an end in time", () => {
    expect(left(30).violations).toEqual([]);
  });
});
