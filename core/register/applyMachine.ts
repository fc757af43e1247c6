import type { Alarm, StoreDamage } from "../events/eventParts.ts";
import type { DeviceTestRecord, MachineRecord } from "./records.ts";
import type { Reducers } from "./reducer.ts";
import { machineOf, type RegisterLayer } from "./register.ts";

/** Most results of device tests that are kept; the newest of each test. */
const KEPT_TESTS = 50;

/** Alarms, power, store and device tests: facts about the machine as a whole. */
export const machineReducers: Reducers = {
  alarmRaised: (register, { payload, atMs }) => {
    const { alarm, caseNumber } = payload;
    setAlarm(register, alarm, { sinceMs: atMs, caseNumber });
  },
  alarmAcknowledged: (register, { payload }) => setAlarm(register, payload.alarm, undefined),
  powerChanged: (register, { payload }) => {
    register.set("machine", { ...machineOf(register), power: payload });
  },
  clockJudged: (register, { payload, atMs }) => {
    const { trust, steppedByMs } = payload;
    if (steppedByMs !== 0) shiftTries(register, steppedByMs);
    const machine = machineOf(register);
    const confirmedMs = trust === "confirmed" ? atMs : machine.clock?.confirmedMs;
    register.set("machine", { ...machine, clock: { trust, confirmedMs } });
  },
  storeDamaged: (register, { payload }) => {
    const { damage, caseNumber } = payload;
    setDamage(register, damage, { caseNumber });
  },
  storeRepaired: (register, { payload }) => setDamage(register, payload.damage, undefined),
  deviceTested: (register, { payload, atMs }) => {
    const machine = machineOf(register);
    const others = (machine.deviceTests ?? []).filter(({ test }) => !isSameTest(test, payload.test));
    register.set("machine", { ...machine, deviceTests: [...others, { ...payload, atMs }].slice(-KEPT_TESTS) });
  },
};

/** Wrong tries keep their distance from now when the clock is set: a lock-out ends no earlier and no later by it. */
function shiftTries(register: RegisterLayer, byMs: number): void {
  const shift = (triesMs: readonly number[]) => triesMs.map((ms) => ms + byMs);
  const machine = machineOf(register);
  register.set("machine", { ...machine, rejectionsMs: shift(machine.rejectionsMs) });
  for (const entity of ["dossier", "staff"] as const)
    for (const record of [...register.all(entity)])
      if (record.rejectionsMs.length > 0) register.set(entity, { ...record, rejectionsMs: shift(record.rejectionsMs) });
}

type Latch = NonNullable<NonNullable<MachineRecord["alarms"]>[Alarm]>;

function setAlarm(register: RegisterLayer, alarm: Alarm, latch: Latch | undefined): void {
  const machine = machineOf(register);
  register.set("machine", { ...machine, alarms: { ...machine.alarms, [alarm]: latch } });
}

function setDamage(
  register: RegisterLayer,
  damage: StoreDamage,
  found: NonNullable<MachineRecord["storeDamage"]>[StoreDamage],
): void {
  const machine = machineOf(register);
  register.set("machine", { ...machine, storeDamage: { ...machine.storeDamage, [damage]: found } });
}

function isSameTest(one: DeviceTestRecord["test"], other: DeviceTestRecord["test"]): boolean {
  return one.kind === other.kind && one.name === other.name;
}
