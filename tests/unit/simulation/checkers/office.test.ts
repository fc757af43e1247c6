import { describe, expect, it } from "vitest";
import { EverythingDrains } from "#simulation/checkers/everythingDrains.ts";
import { OfficeHasTheLog } from "#simulation/checkers/officeHasTheLog.ts";
import { differenceOf, type OfficeRows } from "#simulation/checkers/officeRegister.ts";
import { CheckedScene, depositOf } from "#tests/support/checkedScene.ts";
import { idOf } from "#tests/support/flowWorld.ts";

const logId = idOf("log");

describe("the checker of what the back office stores", () => {
  it("is content with each event once and in order, and with all of them again after a restore", async () => {
    const scene = new CheckedScene(new OfficeHasTheLog());
    scene.see({ kind: "officeStored", events: scene.kioskLog.slice(0, 2) });
    scene.see({ kind: "officeStored", events: scene.kioskLog.slice(2) });
    scene.see({ kind: "officeRewound", logId, toSeq: 1 });
    scene.see({ kind: "officeStored", events: scene.kioskLog.slice(1) });
    scene.officeLog.push(...scene.kioskLog);
    expect(scene.violations).toEqual([]);
    expect(await scene.end()).toBeUndefined();
  });

  it("finds an event that is stored twice, and one that is left out", () => {
    const scene = new CheckedScene(new OfficeHasTheLog());
    scene.see({ kind: "officeStored", events: scene.kioskLog.slice(0, 2) });
    scene.see({ kind: "officeStored", events: scene.kioskLog.slice(1, 2) });
    scene.see({ kind: "officeStored", events: scene.kioskLog.slice(3, 4) });
    expect(scene.violations).toEqual([
      expect.stringContaining("stored event 2 twice"),
      expect.stringContaining("stored event 4 after event 2"),
    ]);
  });

  it("finds an event that the kiosk never wrote, and one with other content", () => {
    const scene = new CheckedScene(new OfficeHasTheLog());
    const [first] = scene.kioskLog;
    if (first === undefined) throw new Error("The scene begins without events.");
    scene.see({ kind: "officeStored", events: [{ ...first, hash: "f".repeat(64) }] });
    scene.see({ kind: "officeStored", events: [...scene.kioskLog, { ...first, seq: scene.kioskLog.length + 1 }] });
    expect(scene.violations).toEqual([
      expect.stringContaining("another event 1"),
      expect.stringContaining("not durable at the kiosk"),
    ]);
  });

  it("finds what is missing at the end", async () => {
    const scene = new CheckedScene(new OfficeHasTheLog());
    scene.officeLog.push(...scene.kioskLog.slice(0, -1));
    expect(await scene.end()).toContain("is not in the back office");
  });
});

describe("the checker of the queue", () => {
  it("finds an event that waits although nothing is broken, and not while the network is", () => {
    const scene = new CheckedScene(new EverythingDrains());
    scene.see({ kind: "fault", name: "officeDown", phase: "begins" });
    scene.wait(3_600_000);
    scene.home();
    scene.see({ kind: "fault", name: "officeDown", phase: "heals" });
    scene.wait(500_000);
    scene.home();
    expect(scene.violations).toEqual([]);
    scene.wait(200_000);
    scene.home();
    expect(scene.violations).toEqual([expect.stringContaining("Event 1 has waited")]);
  });
});

/** What a back office says that agrees with one deposit in compartment 1. */
const rows: OfficeRows = {
  dossiers: [
    {
      dossierId: idOf("dossier"),
      place: "compartment",
      compartmentNumber: 1,
      ticket: "0001000017",
      officialCode: null,
    },
  ],
  compartments: [{ compartmentNumber: 1, contents: "dossier", isInService: true }],
  cases: [],
};

describe("the comparison of the two registers", () => {
  it("finds none where they agree, and any row that differs", () => {
    const scene = new CheckedScene(new OfficeHasTheLog(), [1]);
    scene.log(depositOf("dossier", 1));
    expect(differenceOf(scene.register, rows)).toBeUndefined();
    expect(differenceOf(scene.register, { ...rows, dossiers: [] })).toContain('the back office "nothing"');
    const [compartment] = rows.compartments;
    if (compartment === undefined) throw new Error("The rows have no compartment.");
    const empty = { ...rows, compartments: [{ ...compartment, contents: "empty" }] };
    expect(differenceOf(scene.register, empty)).toContain("Of compartment 1");
    scene.log({ type: "caseOpened", payload: { caseNumber: 1, kind: "trouble", compartmentNumber: 1 } });
    expect(differenceOf(scene.register, rows)).toContain("Of case 1");
  });
});
