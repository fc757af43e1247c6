import { expect, it } from "vitest";
import { RegisterFollowsLog } from "#simulation/checkers/registerFollowsLog.ts";
import { CheckedScene, depositOf } from "#tests/support/checkedScene.ts";
import { idOf } from "#tests/support/flowWorld.ts";

it("The checker of the register follows every event of a whole life without a difference", () => {
  const scene = new CheckedScene(new RegisterFollowsLog());
  scene.open(1);
  scene.log(depositOf("dossier", 1));
  const about = { staffId: "CB-01", exchangeId: idOf("exchange"), dossierId: idOf("dossier"), compartmentNumber: 1 };
  scene.log({ type: "dossierTakenOver", payload: { ...about, counts: [], dossierCount: 1 } });
  scene.home();
  scene.log({ type: "resultLoaded", payload: { ...about, pickup: { selector: "123", salt: "", hash: "" } } });
  const collected = { visitId: idOf("visit"), dossierId: idOf("dossier"), compartmentNumber: 1, isVerified: true };
  scene.log({ type: "resultCollected", payload: { ...collected, confirmedBy: "nobody" } });
  scene.home();
  scene.log({ type: "compartmentSeenEmpty", payload: { compartmentNumber: 1, staffId: "CB-01" } });
  scene.home();
  expect(scene.violations).toEqual([]);
});

it("The checker of the register finds a dossier that the register forgot and a compartment that it mixed up", () => {
  const scene = new CheckedScene(new RegisterFollowsLog());
  scene.log(depositOf("dossier", 1));
  const dossier = scene.register.get("dossier", idOf("dossier"));
  if (dossier) scene.register.set("dossier", { ...dossier, place: { kind: "counter" } });
  scene.home();
  expect(scene.violations).toEqual([expect.stringContaining("is deposit in compartment 1; the register says counter")]);
  const other = new CheckedScene(new RegisterFollowsLog());
  other.open(2);
  const compartment = other.register.get("compartment", "2");
  if (compartment) other.register.set("compartment", { ...compartment, contents: { kind: "empty" } });
  other.home();
  expect(other.violations).toEqual([expect.stringContaining("compartment 2 is unchecked; the register says empty")]);
});
