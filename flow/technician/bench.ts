import type { Intent } from "#core/contract/intent.ts";
import type { DeviceTest, TestResult } from "#core/contract/technician.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Alarm, TestedDevice } from "#core/events/eventParts.ts";
import { mayHoldDossier } from "#core/register/holding.ts";
import { compartmentOf, isSensorFaulty, machineOf, openCases } from "#core/register/register.ts";
import type { Handler } from "../handler.ts";
import type { Input } from "../input.ts";
import { endsPrint } from "../prints.ts";
import { returnToService } from "../returnToService.ts";
import type { AtStep, Bench, DoorTask } from "../state.ts";
import type { Turn } from "../turn.ts";
import { openForTask } from "./door.ts";
import { doorProblem } from "./mayOpen.ts";
import { leaveMode } from "./mode.ts";
import { askSecondPerson } from "./secondPerson.ts";

type BenchAt = AtStep<"technicianBench">;

/** The technician's screen: what is done, is done from here. */
export const technicianBench: Handler<"technicianBench"> = (turn, at, input) => {
  if (input.kind === "intent") return takeIntent(turn, at, input.intent);
  const { bench } = at;
  if (input.kind === "deviceTestEnded") return endTest(turn, at, input);
  if (input.kind === "fileSaved" && bench.saving?.what === input.what) {
    const { what, file } = input;
    return put(turn, at, { saving: { what, state: file === undefined ? "failed" : "saved", file } });
  }
  if (bench.paper !== undefined && endsPrint(input, bench.paper)) {
    put(turn, at, { paper: { ...bench.paper, state: input.state } });
  }
};

/** Shows something else; an old problem does not stay. */
function put(turn: Turn, { technician, bench }: BenchAt, change: Partial<Bench>): void {
  turn.go({ step: "technicianBench", technician, bench: { ...bench, ...change } });
}

function takeIntent(turn: Turn, at: BenchAt, intent: Intent): void {
  const { technician, bench } = at;
  switch (intent.kind) {
    case "showSection":
      return put(turn, at, { section: intent.section, ...withoutOldNotices(bench) });
    case "openDoor":
      return startDoor(turn, at, { task: "open", compartmentNumber: intent.compartmentNumber, rounds: 1 });
    case "cycleDoor":
      return startDoor(turn, at, { ...intent, task: "cycle" });
    case "startEvacuation":
      if (isBusy(turn, bench)) return turn.go({ ...at, problem: "busy" });
      return askSecondPerson(turn, { technician, bench }, { purpose: "evacuation" });
    case "runTest":
      return startTest(turn, at, intent.test);
    case "confirmTest":
      return confirmTest(turn, at, intent.isGood);
    case "saveTrace":
      return save(turn, at, "trace");
    case "saveReport":
      return save(turn, at, "report");
    case "printReport":
      if (bench.paper?.state === "printing") return turn.go({ ...at, problem: "busy" });
      return put(turn, at, { paper: turn.print({ document: "readinessReport" }) });
    case "commission":
      if (turn.world.commissioning !== "absent") {
        turn.do({ kind: "commission", step: intent.step, staffId: technician.staffId });
      }
      return;
    case "leaveTechnicianMode":
      return leaveMode(turn, at, "asked");
    default:
      return writeDown(turn, at, intent);
  }
}

/** What was said of a paper or a file that is done: on the next page it would only be in the way. */
function withoutOldNotices({ paper, saving }: Bench): Pick<Bench, "paper" | "saving"> {
  return {
    paper: paper?.state === "printing" ? paper : undefined,
    saving: saving?.state === "saving" ? saving : undefined,
  };
}

/** Intents that only change what the register says. */
function writeDown(turn: Turn, at: BenchAt, intent: Intent): void {
  const { staffId } = at.technician;
  switch (intent.kind) {
    case "takeOutOfService": {
      const { compartmentNumber, reason } = intent;
      const compartment = compartmentOf(turn.world.register, compartmentNumber);
      if (compartment === undefined || compartment.outOfService !== undefined) return;
      turn.emit({ type: "compartmentTakenOutOfService", payload: { compartmentNumber, reason, staffId } });
      return put(turn, at, {});
    }
    case "returnToService":
      returnToService(turn, staffId, intent.compartmentNumber);
      return put(turn, at, {});
    case "declareSensor":
      declareSensor(turn, at, intent);
      return put(turn, at, {});
    case "acknowledgeAlarm":
      acknowledgeAlarm(turn, at, intent.alarm);
      return put(turn, at, {});
    default:
      return;
  }
}

interface WantedDoor {
  readonly task: DoorTask["task"];
  readonly compartmentNumber: CompartmentNumber;
  readonly rounds: number;
}

/** Alone where nothing of anybody can lie inside; with a second person otherwise (I3). */
function startDoor(turn: Turn, at: BenchAt, { task, compartmentNumber, rounds }: WantedDoor): void {
  const { technician, bench } = at;
  if (isBusy(turn, bench)) return turn.go({ ...at, problem: "busy" });
  const problem = doorProblem(turn.world, compartmentNumber);
  if (problem !== undefined) return turn.go({ ...at, problem });
  const wanted: DoorTask = { task, compartmentNumber, round: 1, rounds, opened: 0 };
  const by = { technician, bench };
  if (!mayHoldDossier(turn.world.register, compartmentNumber)) return openForTask(turn, by, wanted);
  askSecondPerson(turn, by, { purpose: "openOccupied", task: wanted });
}

function isBusy({ world }: Turn, { running }: Bench): boolean {
  return running !== undefined || world.commissioning === "running";
}

function declareSensor(
  turn: Turn,
  { technician }: BenchAt,
  wanted: { readonly compartmentNumber: CompartmentNumber; readonly isFaulty: boolean },
): void {
  const { compartmentNumber, isFaulty } = wanted;
  const { register } = turn.world;
  const isKnown = compartmentOf(register, compartmentNumber) !== undefined;
  if (!isKnown || isSensorFaulty(register, compartmentNumber) === isFaulty) return;
  const { staffId } = technician;
  const payload = { compartmentNumber, isFaulty, source: "technician", staffId } as const;
  turn.emit({ type: "doorSensorDeclared", payload });
  if (isFaulty) return;
  for (const open of openCases(register)) {
    if (open.kind !== "sensorFaulty" || open.compartmentNumber !== compartmentNumber) continue;
    turn.emit({ type: "caseClosed", payload: { caseNumber: open.caseNumber, staffId } });
  }
}

function acknowledgeAlarm(turn: Turn, { technician }: BenchAt, alarm: Alarm): void {
  const latch = machineOf(turn.world.register).alarms?.[alarm];
  if (latch === undefined) return;
  const { staffId } = technician;
  turn.emit({ type: "alarmAcknowledged", payload: { alarm, staffId } });
  turn.emit({ type: "caseClosed", payload: { caseNumber: latch.caseNumber, staffId } });
}

function save(turn: Turn, at: BenchAt, what: "trace" | "report"): void {
  if (at.bench.saving?.state === "saving") return turn.go({ ...at, problem: "busy" });
  turn.do({ kind: "saveFile", what });
  put(turn, at, { saving: { what, state: "saving" } });
}

function startTest(turn: Turn, at: BenchAt, test: DeviceTest): void {
  if (isBusy(turn, at.bench)) return turn.go({ ...at, problem: "busy" });
  turn.do({ kind: "testDevice", test });
  put(turn, at, { running: { test, phase: "running" } });
}

function endTest(turn: Turn, at: BenchAt, ended: Extract<Input, { kind: "deviceTestEnded" }>): void {
  const { running } = at.bench;
  const isAwaited = running?.phase === "running" && JSON.stringify(running.test) === JSON.stringify(ended.test);
  if (!isAwaited) return;
  const { test, outcome, facts } = ended;
  const result: TestResult = { test, outcome, facts, atMs: turn.world.nowMs };
  if (ended.asksPerson) return put(turn, at, { running: { test, phase: "askingPerson" }, lastResult: result });
  keepResult(turn, at, result);
}

/** What came of it only the person can see: whether the page is clean, whether the scanner lit up. */
function confirmTest(turn: Turn, at: BenchAt, isGood: boolean): void {
  const { running, lastResult } = at.bench;
  if (running?.phase !== "askingPerson" || lastResult === undefined) return;
  keepResult(turn, at, { ...lastResult, outcome: isGood ? "passed" : "failed" });
}

function keepResult(turn: Turn, at: BenchAt, result: TestResult): void {
  const { outcome, facts } = result;
  const { staffId } = at.technician;
  turn.emit({ type: "deviceTested", payload: { test: testedDevice(result.test), outcome, facts, staffId } });
  put(turn, at, { running: undefined, lastResult: result });
}

/** The test as the log has it. */
function testedDevice(test: DeviceTest): TestedDevice {
  if (test.kind === "lockBoard") return { kind: test.kind, name: test.board };
  return test.kind === "scanner" ? { kind: test.kind, name: test.name } : { kind: test.kind };
}
