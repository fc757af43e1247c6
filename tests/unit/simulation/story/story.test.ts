import { describe, expect, it } from "vitest";
import { StoryKeeper, tellStory } from "#simulation/story/story.ts";
import { CheckedScene } from "#tests/support/checkedScene.ts";

const HOUR_MS = 3_600_000;
const plan = {
  seed: 42,
  days: 2,
  happenings: [
    { atMs: 0, kind: "visit", name: "deposit", forMs: 0, seed: 1 },
    { atMs: 1, kind: "fault", name: "powerCut", forMs: 0, seed: 2 },
  ],
} as const;

describe("a story", () => {
  it("tells who did what, what doors and bags did, and what broke, with its day and time", () => {
    const keeper = new StoryKeeper();
    const scene = new CheckedScene(keeper, [5]);
    scene.wait(31 * HOUR_MS);
    scene.see({ kind: "story", person: "deposit-1", line: "comes with bag-1" });
    scene.open(5);
    scene.move(scene.bag("deposit-1"), 5);
    scene.see({ kind: "fault", name: "boardDead", phase: "begins" });
    scene.see({ kind: "powerCut" });
    const violation = { checker: "I2", sentence: "Compartment 5 was opened.", atMs: 31 * HOUR_MS };
    const told = tellStory(keeper, { plan, violation, command: "npm run simulate -- --seed 42" });
    expect(told.split("\n")).toEqual([
      "I2 is broken: Compartment 5 was opened.",
      "Seed 42, 2 days, 1 visit, 1 fault:",
      "",
      "  day 1, 00:00:00  The kiosk is up again.",
      "  day 1, 00:00:00  Compartment 5 is seen empty by KT-01.",
      "  day 2, 07:00:00  deposit-1 comes with bag-1",
      "  day 2, 07:00:00  The kiosk asks for door 5 (deposit).",
      "  day 2, 07:00:00  A pulse leaves for lock 5.",
      "  day 2, 07:00:00  Door 5 opens (somebody).",
      "  day 2, 07:00:00  The kiosk takes door 5 to have opened.",
      "  day 2, 07:00:00  bag-1 goes from deposit-1 to compartment 5.",
      "  day 2, 07:00:00  It breaks: boardDead.",
      "  day 2, 07:00:00  The power goes.",
      "  day 2, 07:00:00  I2: Compartment 5 was opened.",
      "",
      "Replay: npm run simulate -- --seed 42",
    ]);
  });

  it("leaves out what matters least, keeps the end, and shows where something is missing", () => {
    const keeper = new StoryKeeper();
    const scene = new CheckedScene(keeper);
    for (let at = 0; at < 100; at += 1) {
      scene.see({ kind: "story", person: "An", line: `touches ${at}` });
      scene.home();
    }
    scene.door(3, true);
    const lines = keeper.lines(40);
    expect(lines.filter((line) => line !== "  …")).toHaveLength(40);
    expect(lines.at(-1)).toContain("Door 3 opens");
    expect(lines).toContain("  …");
    expect(lines.join()).not.toContain("The screen shows");
  });
});
