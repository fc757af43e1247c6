import { describe, expect, it } from "vitest";
import { Commissioning, type CommissioningRun } from "#controller/technician/commissioning.ts";
import type { CommissioningStep, CommissioningView } from "#core/contract/technician.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

/** A wizard whose view the test sets. */
class SampleRun implements CommissioningRun {
  view: CommissioningView = { phase: "ports", ports: [], boards: [] };
  isStopped = false;

  async take(step: CommissioningStep): Promise<void> {
    if (step.kind === "save") this.view = { ...this.view, phase: "saved" };
  }

  async stop(): Promise<void> {
    this.isStopped = true;
  }
}

function place() {
  const clock = new ManualClock();
  const run = new SampleRun();
  const happened: string[] = [];
  const commissioning = new Commissioning({
    clock,
    begin: (by) => {
      happened.push(`begun by ${by}`);
      return run;
    },
    releaseWires: async () => void happened.push("wires released"),
    endProgram: () => happened.push(run.isStopped ? "ended, ports free" : "ended, ports held"),
  });
  return { clock, commissioning, run, happened };
}

describe("commissioning in the controller", () => {
  it("takes the wires when it begins, and nothing before", async () => {
    const { commissioning, happened } = place();
    await commissioning.take({ kind: "save" }, "KT-03");
    expect([commissioning.state, commissioning.view()]).toEqual(["idle", undefined]);
    await commissioning.take({ kind: "begin" }, "KT-03");
    await commissioning.take({ kind: "confirmAllShut" }, "KT-03");
    expect(happened).toEqual(["begun by KT-03", "wires released"]);
    expect(commissioning.state).toBe("running");
    expect(commissioning.view()).toMatchObject({ phase: "ports" });
  });

  it("ends the program when it is saved, after the page has shown it", async () => {
    const { clock, commissioning, happened } = place();
    await commissioning.take({ kind: "begin" }, "KT-03");
    await commissioning.take({ kind: "save" }, "KT-03");
    expect(happened.at(-1)).toBe("wires released");
    await clock.advance(10_000);
    expect(happened.at(-1)).toBe("ended, ports free");
  });

  it("ends the program when it is given up: nobody goes on with wires that were let go", async () => {
    const { commissioning, happened } = place();
    await commissioning.take({ kind: "begin" }, "KT-03");
    await commissioning.take({ kind: "giveUp" }, "KT-03");
    expect(happened.at(-1)).toBe("ended, ports free");
  });
});
