import type { Alarm } from "#core/events/eventParts.ts";
import type { PowerStatus } from "#core/interfaces/power.ts";
import { machineOf } from "#core/register/register.ts";
import type { Input, InputOf } from "./input.ts";
import type { Turn } from "./turn.ts";

/** Writes down alarms, changes of power and damage of the store, whatever the visit is about. */
export function recordMachine(turn: Turn, input: Input): void {
  if (input.kind === "powerChanged") recordPower(turn, input.status);
  if (input.kind === "clockJudged") recordClock(turn, input);
  if (input.kind === "storeJudged") recordStore(turn, input);
  if (input.kind !== "safetyChanged") return;
  if (input.tamper === "active") raise(turn, "tamper");
  if (input.panic === "active") raise(turn, "panic");
}

/** What was counted in wall time goes on as if the clock had never been set: only the monotonic clock ends it. */
function recordClock(turn: Turn, { steppedByMs, trust }: InputOf<"clockJudged">): void {
  turn.emit({ type: "clockJudged", payload: { steppedByMs, trust } });
  const { at, visit } = turn;
  if (at.step === "collectionLocked") turn.go({ ...at, untilMs: at.untilMs + steppedByMs });
  if (visit.endsAtMs !== undefined) turn.change({ endsAtMs: visit.endsAtMs + steppedByMs });
}

/** Latched: it stays until staff acknowledge it, however soon the contact is calm again. */
function raise(turn: Turn, alarm: Alarm): void {
  if (machineOf(turn.world.register).alarms?.[alarm] !== undefined) return;
  const caseNumber = turn.openCase(alarm);
  turn.emit({ type: "alarmRaised", payload: { alarm, caseNumber } });
}

/** One case for each damage, however often it is found. */
function recordStore(turn: Turn, { damage, isDamaged }: InputOf<"storeJudged">): void {
  const isKnown = machineOf(turn.world.register).storeDamage?.[damage] !== undefined;
  if (isKnown === isDamaged) return;
  if (!isDamaged) return turn.emit({ type: "storeRepaired", payload: { damage } });
  const caseNumber = turn.openCase("storeDamaged");
  turn.emit({ type: "storeDamaged", payload: { damage, caseNumber } });
}

function recordPower(turn: Turn, { source, battery, isShuttingDown }: PowerStatus): void {
  const before = machineOf(turn.world.register).power;
  const isSame = before?.source === source && before.battery === battery && before.isShuttingDown === isShuttingDown;
  if (isSame) return;
  turn.emit({ type: "powerChanged", payload: { source, battery, isShuttingDown } });
  const isEnding = source === "battery" && (battery === "low" || battery === "critical");
  if (isEnding || isShuttingDown) turn.do({ kind: "flushLog" });
}
