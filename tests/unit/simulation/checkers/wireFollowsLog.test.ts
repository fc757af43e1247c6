import { describe, expect, it } from "vitest";
import { WireFollowsLog } from "#simulation/checkers/wireFollowsLog.ts";
import { CheckedScene } from "#tests/support/checkedScene.ts";

describe("the checker of the wire", () => {
  it("finds a pulse that nobody asked for", () => {
    const scene = new CheckedScene(new WireFollowsLog());
    scene.ask(1);
    scene.see({ kind: "pulse", compartmentNumber: 2 });
    expect(scene.violations).toEqual([expect.stringContaining("nobody had asked for")]);
  });

  it("finds a second pulse of one request, and lets a further request have its own", () => {
    const scene = new CheckedScene(new WireFollowsLog());
    const requestId = scene.ask(1);
    scene.see({ kind: "pulse", compartmentNumber: 1 });
    const failed = { requestId, compartmentNumber: 1, outcome: "jammed" } as const;
    scene.log({ type: "compartmentOpenFailed", payload: failed });
    scene.ask(1, { pulse: 2 });
    scene.see({ kind: "pulse", compartmentNumber: 1 });
    expect(scene.violations).toEqual([]);
    scene.see({ kind: "pulse", compartmentNumber: 1 });
    expect(scene.violations).toEqual([expect.stringContaining("A second pulse")]);
  });

  it("finds a pulse after its use-by time, and none at the last moment", () => {
    const scene = new CheckedScene(new WireFollowsLog());
    scene.ask(1, { useByMs: 5000 });
    scene.wait(5000);
    scene.see({ kind: "pulse", compartmentNumber: 1 });
    expect(scene.violations).toEqual([]);
    scene.ask(2, { useByMs: 5000 });
    scene.wait(5200);
    scene.see({ kind: "pulse", compartmentNumber: 2 });
    expect(scene.violations).toEqual([expect.stringContaining("200 ms after its use-by time")]);
  });

  it("finds a pulse for a request that has its outcome, or from before the power went", () => {
    const scene = new CheckedScene(new WireFollowsLog());
    const requestId = scene.ask(1);
    scene.log({ type: "compartmentOpenFailed", payload: { requestId, compartmentNumber: 1, outcome: "noReply" } });
    scene.see({ kind: "pulse", compartmentNumber: 1 });
    scene.ask(2);
    scene.see({ kind: "powerCut" });
    scene.see({ kind: "pulse", compartmentNumber: 2 });
    expect(scene.violations).toEqual([
      expect.stringContaining("it has its outcome"),
      expect.stringContaining("the power went since"),
    ]);
  });
});
