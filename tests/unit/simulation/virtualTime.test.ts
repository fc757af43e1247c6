import { describe, expect, test } from "vitest";
import { VirtualTime } from "#simulation/engine/virtualTime.ts";

describe("virtual time", () => {
  test("rings timers in the order of their moments, and those of one moment as they were set", async () => {
    const time = new VirtualTime();
    const rung: string[] = [];
    time.after(20, () => rung.push("late"));
    time.after(10, () => rung.push("first"));
    time.after(10, () => rung.push("second"));
    time.after(15, () => rung.push("cancelled"))();
    await time.advance(30);
    expect(rung).toEqual(["first", "second", "late"]);
    expect(time.monotonicMs()).toBe(30);
  });

  test("lets every promise settle before the next timer, however long the chain", async () => {
    const time = new VirtualTime();
    const seen: string[] = [];
    time.after(1, () => {
      void (async () => {
        for (let step = 0; step < 1_000; step += 1) await Promise.resolve();
        seen.push("settled");
      })();
    });
    time.after(1, () => seen.push("next timer"));
    await time.advance(1);
    expect(seen).toEqual(["settled", "next timer"]);
  });

  test("stops in the middle when it is halted, and rejects with what a timer throws", async () => {
    const time = new VirtualTime();
    time.after(5, () => time.halt());
    time.after(6, () => {
      throw new Error("broken");
    });
    await time.advance(100);
    expect(time.monotonicMs()).toBe(5);
    await expect(time.advance(100)).rejects.toThrow("broken");
  });

  test("does a day of two timers a second in little real time", async () => {
    const time = new VirtualTime();
    let rung = 0;
    const again = (): void => {
      rung += 1;
      time.after(1_000, again);
    };
    again();
    again();
    await time.advance(86_400_000);
    expect(rung).toBe(2 * 86_400 + 2);
  });
});
