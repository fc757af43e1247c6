import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { technician } from "#tests/support/flowWorld.ts";

describe("a device test", () => {
  const test = { kind: "lockBoard", board: "A" } as const;

  it("is stored with its facts and shown", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.touch({ kind: "runTest", test });
    expect(kiosk.effects.at(-1)).toEqual({ kind: "testDevice", test });
    expect(kiosk.screen).toMatchObject({ running: { test, phase: "running" } });
    kiosk.give({ kind: "deviceTestEnded", test, outcome: "passed", facts: { replies: 20, missed: 0 } });
    expect(kiosk.screen).toMatchObject({ lastResult: { test, outcome: "passed", facts: { replies: 20 } } });
    expect(kiosk.eventsOf("deviceTested")).toMatchObject([
      { payload: { test: { kind: "lockBoard", name: "A" }, outcome: "passed", staffId: technician.staffId } },
    ]);
    expect(kiosk.log.register.get("machine", "machine")?.deviceTests).toHaveLength(1);
  });

  it("asks the person where only the person can see what came of it", () => {
    const kiosk = kioskAt("technicianBench");
    const printer = { kind: "printer" } as const;
    kiosk.touch({ kind: "runTest", test: printer });
    kiosk.give({ kind: "deviceTestEnded", test: printer, outcome: "unresolved", facts: {}, asksPerson: true });
    expect(kiosk.screen).toMatchObject({ running: { phase: "askingPerson" } });
    expect(kiosk.eventsOf("deviceTested")).toEqual([]);
    kiosk.touch({ kind: "confirmTest", isGood: false });
    expect(kiosk.eventsOf("deviceTested")).toMatchObject([{ payload: { outcome: "failed" } }]);
  });

  it("keeps doors and other tests waiting while it runs", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.touch({ kind: "runTest", test });
    for (const intent of [
      { kind: "openDoor", compartmentNumber: 2 },
      { kind: "runTest", test: { kind: "clock" } },
      { kind: "startEvacuation" },
    ] as const) {
      kiosk.touch(intent);
      expect(kiosk.screen).toMatchObject({ name: "technician", problem: "busy" });
    }
  });

  it("whose end was not asked for is not stored", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.give({ kind: "deviceTestEnded", test, outcome: "passed", facts: {} });
    kiosk.touch({ kind: "confirmTest", isGood: true });
    expect(kiosk.eventsOf("deviceTested")).toEqual([]);
  });

  it("replaces the older result of the same device only", () => {
    const kiosk = kioskAt("technicianBench");
    for (const board of ["A", "B", "A"]) {
      const one = { kind: "lockBoard", board } as const;
      kiosk.touch({ kind: "runTest", test: one });
      kiosk.give({ kind: "deviceTestEnded", test: one, outcome: "passed", facts: {} });
    }
    const kept = kiosk.log.register.get("machine", "machine")?.deviceTests;
    expect(kept?.map((result) => result.test.name)).toEqual(["B", "A"]);
  });
});

describe("papers and files of a technician", () => {
  it("are a report on paper, whose print is followed", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.touch({ kind: "printReport" }, { kind: "printReport" });
    expect(kiosk.screen).toMatchObject({ paper: "printing", problem: "busy" });
    kiosk.endPrint("printed");
    expect(kiosk.screen).toMatchObject({ paper: "printed" });
    expect(kiosk.eventsOf("printRequested")).toMatchObject([{ payload: { document: "readinessReport" } }]);
  });

  it.each(["trace", "report"] as const)(
    "are a saved %s, whose name is shown, or that it could not be saved",
    (what) => {
      const kiosk = kioskAt("technicianBench");
      const save = { kind: what === "trace" ? "saveTrace" : "saveReport" } as const;
      kiosk.touch(save, save);
      expect(kiosk.screen).toMatchObject({ saving: { what, state: "saving" }, problem: "busy" });
      kiosk.give({ kind: "fileSaved", what, file: "a.json" });
      expect(kiosk.screen).toMatchObject({ saving: { state: "saved", file: "a.json" } });
      kiosk.touch(save);
      kiosk.give({ kind: "fileSaved", what });
      expect(kiosk.screen).toMatchObject({ saving: { state: "failed" } });
    },
  );
});
