import { describe, expect, test } from "vitest";
import { BoardTraffic } from "#device/lockboard/boardTraffic.ts";

function answerWell(traffic: BoardTraffic, times: number): void {
  for (let reply = 0; reply < times; reply += 1) traffic.reply(reply, 10, false);
}

describe("what a board's traffic shows", () => {
  test("a board that refuses a pulse must not drive locks, until it takes one", () => {
    const traffic = new BoardTraffic();
    traffic.unlockAnswer("refused");
    answerWell(traffic, 100);
    expect(traffic.fault).toBe("refusesPulse");
    traffic.unlockAnswer("noted");
    expect(traffic.fault).toBeUndefined();
  });

  test("the gravest of several faults is the one that is told", () => {
    const traffic = new BoardTraffic();
    traffic.reply(0, 10, true);
    expect(traffic.fault).toBe("echo");
    for (let reply = 0; reply < 3; reply += 1) traffic.miss(true);
    expect(traffic.fault).toBe("damagedReplies");
    traffic.secondAnswer();
    traffic.secondAnswer();
    expect(traffic.fault).toBe("twoAnswers");
    expect(traffic.hasTwoAnswers).toBe(true);
  });

  test("one damaged reply, or one answer too many, is an accident", () => {
    const traffic = new BoardTraffic();
    traffic.miss(true);
    traffic.secondAnswer();
    answerWell(traffic, 20);
    traffic.secondAnswer();
    expect(traffic.fault).toBeUndefined();
  });

  test("damage counts only while no good reply comes between", () => {
    const traffic = new BoardTraffic();
    for (let round = 0; round < 10; round += 1) {
      traffic.miss(true);
      traffic.miss(true);
      answerWell(traffic, 1);
    }
    expect(traffic.fault).toBeUndefined();
    expect(traffic.health(100)).toMatchObject({ requests: 30, missed: 20, damaged: 20 });
  });

  test("knows the middle, the worst and the last but one in a hundred of its latencies", () => {
    const traffic = new BoardTraffic();
    expect(traffic.health(0).latencyMs).toBeUndefined();
    for (let ms = 1; ms <= 200; ms += 1) traffic.reply(ms, ms, false);
    expect(traffic.health(500)).toMatchObject({ latencyMs: { median: 100, p99: 198, worst: 200 }, sinceReplyMs: 300 });
  });
});
