import { describe, expect, it } from "vitest";
import { OpensForTheEntitled } from "#simulation/checkers/opensForTheEntitled.ts";
import { CheckedScene } from "#tests/support/checkedScene.ts";
import { idOf } from "#tests/support/flowWorld.ts";

const roles = new Map<string, "clerk" | "technician">([
  ["CB-01", "clerk"],
  ["CB-02", "clerk"],
  ["KT-01", "technician"],
]);

/** A bag of An lies in compartment 1, from the visit `first`. */
function withBag(content: "deposit" | "result"): CheckedScene {
  const staffOf = (person: string) => {
    const role = roles.get(person);
    return role && { staffId: person, role };
  };
  const mayCollect = (person: string, { owner }: { readonly owner: string }) => person === owner;
  const scene = new CheckedScene(new OpensForTheEntitled({ mayCollect, staffOf }, new Set()));
  const bag = scene.bag("An", content);
  scene.present("An");
  scene.screen({ name: "procedure" }, "first");
  scene.open(1, { visitId: idOf("first") });
  scene.move(bag, 1);
  scene.door(1, false);
  return scene;
}

/** Somebody comes and gets the door. */
function getsDoor(scene: CheckedScene, person: string, fields: Parameters<CheckedScene["ask"]>[1]): readonly string[] {
  scene.present(person);
  scene.screen({ name: "procedure" }, "second");
  scene.open(1, { visitId: idOf("second"), ...fields });
  return scene.violations;
}

const exchange = { staffId: "CB-01", exchangeId: idOf("exchange") };

describe("the checker of who gets which door", () => {
  it("finds a result's door opened for a stranger, whatever reason the kiosk gives", () => {
    expect(getsDoor(withBag("result"), "Bình", { reason: "collection" })).toEqual([
      expect.stringContaining("was opened (collection) for Bình"),
    ]);
  });

  it("lets the recipient have the result", () => {
    expect(getsDoor(withBag("result"), "An", { reason: "collection" })).toEqual([]);
  });

  it("finds a deposit opened for its own depositor in a later visit", () => {
    expect(getsDoor(withBag("deposit"), "An", { reason: "collection" })).toHaveLength(1);
  });

  it("lets the depositor back in the same visit", () => {
    const scene = withBag("deposit");
    scene.open(1, { visitId: idOf("first") });
    expect(scene.violations).toEqual([]);
  });

  it("finds a clerk's door outside an exchange, and lets a clerk in one empty", () => {
    expect(getsDoor(withBag("deposit"), "CB-01", { reason: "emptying", staffId: "CB-01" })).toHaveLength(1);
    const scene = withBag("deposit");
    scene.log({ type: "exchangeOpened", payload: exchange });
    expect(getsDoor(scene, "CB-01", { reason: "emptying", staffId: "CB-01" })).toEqual([]);
  });

  it("finds a door of an exchange whose clerk is not the one who stands there", () => {
    const scene = withBag("deposit");
    scene.log({ type: "exchangeOpened", payload: exchange });
    expect(getsDoor(scene, "CB-02", { reason: "emptying", staffId: "CB-01" })).toHaveLength(1);
  });

  it("finds a technician alone before a bag, and lets two of them open it", () => {
    const maintenance = { reason: "maintenance", staffId: "KT-01" } as const;
    expect(getsDoor(withBag("deposit"), "KT-01", maintenance)).toHaveLength(1);
    expect(getsDoor(withBag("deposit"), "KT-01", { ...maintenance, approvedBy: "CB-01" })).toHaveLength(1);
    const scene = withBag("deposit");
    scene.log({ type: "staffSignedIn", payload: { visitId: idOf("second"), staffId: "CB-01" } });
    expect(getsDoor(scene, "KT-01", { ...maintenance, approvedBy: "CB-01" })).toEqual([]);
  });

  it("cannot tell whoever goes on with a visit that its person left at the screen", () => {
    const scene = withBag("result");
    scene.present("An");
    scene.screen({ name: "collectionOpening", compartmentNumber: 1 }, "second");
    expect(getsDoor(scene, "Bình", { reason: "collection" })).toEqual([]);
  });
});
