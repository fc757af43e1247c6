import { describe, expect, it } from "vitest";
import { OpensOnlyEmpty } from "#simulation/checkers/opensOnlyEmpty.ts";
import { CheckedScene } from "#tests/support/checkedScene.ts";
import { idOf } from "#tests/support/flowWorld.ts";

const BLINDING = new Set(["boardDead"]);
const next = { visitId: idOf("next visit") };

function withForcedBag(heals: boolean): CheckedScene {
  const scene = new CheckedScene(new OpensOnlyEmpty(BLINDING));
  const bag = scene.bag("An");
  if (heals) scene.see({ kind: "fault", name: "boardDead", phase: "begins" });
  scene.door(1, true);
  scene.move(bag, 1);
  scene.wait(30_000);
  scene.door(1, false);
  if (heals) scene.see({ kind: "fault", name: "boardDead", phase: "heals" });
  return scene;
}

describe("the checker of what intake opens", () => {
  it("finds intake opening a compartment with somebody's bag", () => {
    const scene = new CheckedScene(new OpensOnlyEmpty(BLINDING));
    const bag = scene.bag("An");
    scene.open(1);
    scene.move(bag, 1);
    scene.door(1, false);
    scene.ask(1, next);
    scene.see({ kind: "pulse", compartmentNumber: 1 });
    expect(scene.violations).toEqual([expect.stringContaining("while bag-1 of An lay in it")]);
  });

  it("lets a depositor back to the own bag in the same visit", () => {
    const scene = new CheckedScene(new OpensOnlyEmpty(BLINDING));
    const bag = scene.bag("An");
    scene.open(1);
    scene.move(bag, 1);
    scene.door(1, false);
    scene.open(1);
    expect(scene.violations).toEqual([]);
  });

  it("does not ask the kiosk to know better than whoever looked and called it empty", () => {
    const scene = new CheckedScene(new OpensOnlyEmpty(BLINDING));
    const bag = scene.bag("An");
    scene.open(1);
    scene.move(bag, 1);
    scene.door(1, false);
    scene.log({ type: "compartmentSeenEmpty", payload: { compartmentNumber: 1, staffId: "CB-01" } });
    scene.open(1, next);
    expect(scene.violations).toEqual([]);
  });

  it("finds a bag that came through a door that stood open before the kiosk's eyes", () => {
    const scene = withForcedBag(false);
    scene.open(1, next);
    expect(scene.violations).toHaveLength(1);
  });

  it("does not ask the kiosk to know of a bag that came while no board answered", () => {
    const scene = withForcedBag(true);
    scene.open(1, next);
    expect(scene.violations).toEqual([]);
  });
});
