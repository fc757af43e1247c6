import { describe, expect, it } from "vitest";
import { storeLine } from "#core/readiness/storeLine.ts";
import { openCases, storeDamageIn } from "#core/register/register.ts";
import { RunnerKiosk } from "#tests/support/runnerKiosk.ts";

const RETRY_MS = 2_000;

/** The obstacle that the home screen names. */
function shown({ snapshot }: RunnerKiosk) {
  return snapshot.screen.name === "home" ? snapshot.screen.intakeObstacle : undefined;
}

describe("damage of the store", () => {
  it.each([
    ["historyDamaged", "history"],
    ["diskFull", "diskFull"],
  ] as const)("closes intake and nothing else while it lasts: %s", async (damage, obstacle) => {
    const kiosk = await RunnerKiosk.started();
    kiosk.runner.submit({ kind: "storeJudged", damage, isDamaged: true });
    expect(shown(kiosk)).toBe(obstacle);
    kiosk.touch({ kind: "startIntake" });
    expect(kiosk.snapshot.screen).toEqual({ name: "intakeClosed", obstacle });
    kiosk.touch({ kind: "back" });
    expect(kiosk.snapshot.screen).toMatchObject({ name: "home", isIntakePossible: false, isCollectionPossible: true });
    kiosk.touch({ kind: "startCollection" });
    expect(kiosk.screenName).toBe("credential");
    kiosk.touch({ kind: "cancel" });

    kiosk.runner.submit({ kind: "storeJudged", damage, isDamaged: false });
    expect(shown(kiosk)).toBeUndefined();
    const told = kiosk.log.events.filter(({ type }) => type.startsWith("store")).map(({ type }) => type);
    expect(told).toEqual(["storeDamaged", "storeRepaired"]);
  });

  it("is one case for staff, however often it is found, and a new one when it comes back", async () => {
    const kiosk = await RunnerKiosk.started();
    const judge = (isDamaged: boolean) => kiosk.runner.submit({ kind: "storeJudged", damage: "diskFull", isDamaged });
    for (const isDamaged of [true, true, true, false, false, true]) judge(isDamaged);
    expect(openCases(kiosk.log.register).map(({ kind }) => kind)).toEqual(["storeDamaged", "storeDamaged"]);
    expect(storeDamageIn(kiosk.log.register)).toEqual(["diskFull"]);
    expect(storeDamageIn(kiosk.log.replayed())).toEqual(["diskFull"]);
  });

  it("does not end the visit of a person who is at the machine", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.touch({ kind: "startIntake" }, { kind: "chooseProcedure", procedureId: "birth" });
    kiosk.runner.submit({ kind: "storeJudged", damage: "historyDamaged", isDamaged: true });
    expect(kiosk.screenName).toBe("papers");
  });

  it("is written down as soon as the log takes something again", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.log.failure = new Error("database or disk is full");
    kiosk.runner.submit({ kind: "storeJudged", damage: "diskFull", isDamaged: true });
    expect(shown(kiosk)).toBe("log");
    kiosk.log.failure = undefined;
    await kiosk.clock.advance(RETRY_MS);
    expect(shown(kiosk)).toBe("diskFull");
  });

  it("stands in the readiness report with what to do about it", () => {
    expect(storeLine([])).toMatchObject({ state: "ok" });
    const line = storeLine(["historyDamaged", "diskFull"]);
    expect(line.state).toBe("notOk");
    expect(line.advice?.en).toMatch(/log repair.*Make room/);
  });
});
