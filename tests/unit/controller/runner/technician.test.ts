import { describe, expect, it } from "vitest";
import { Runner } from "#controller/runner/runner.ts";
import { startRunner } from "#controller/runner/start.ts";
import type { Snapshot } from "#core/contract/channel.ts";
import type { ContactState, PowerStatus, PowerSupply, SafetyInputs } from "#core/interfaces/power.ts";
import { timing } from "#tests/support/flowWorld.ts";
import { idleWorks, RunnerKiosk } from "#tests/support/runnerKiosk.ts";

/** A supply whose state a test sets. */
class HeldSupply implements PowerSupply {
  status: PowerStatus = { source: "mains", battery: "full", isShuttingDown: false };
  #listener: (status: PowerStatus) => void = () => {};

  start(): void {}

  latest(): PowerStatus {
    return this.status;
  }

  onChanged(listener: (status: PowerStatus) => void): void {
    this.#listener = listener;
  }

  set(change: Partial<PowerStatus>): void {
    this.status = { ...this.status, ...change };
    this.#listener(this.status);
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

class HeldContacts implements SafetyInputs {
  state: { tamper: ContactState; panic: ContactState } = { tamper: "calm", panic: "calm" };
  #listener: (state: { tamper: ContactState; panic: ContactState }) => void = () => {};

  start(): void {}

  latest(): { tamper: ContactState; panic: ContactState } {
    return this.state;
  }

  onChanged(listener: (state: { tamper: ContactState; panic: ContactState }) => void): void {
    this.#listener = listener;
  }

  set(tamper: ContactState): void {
    this.state = { ...this.state, tamper };
    this.#listener(this.state);
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

async function withSupplies(supply: HeldSupply, contacts: HeldContacts) {
  const kiosk = new RunnerKiosk();
  let flushed = 0;
  const flushLog = (): void => {
    flushed += 1;
  };
  const technician = { ...idleWorks, flushLog };
  const parts = { ...kiosk.parts, power: supply, safety: contacts, technician };
  const runner = new Runner(parts);
  await kiosk.clock.until(startRunner(runner, parts));
  const types = () => kiosk.log.drafts.map(({ type }) => type);
  return { kiosk, runner, types, flushes: () => flushed };
}

describe("power and contacts in the runner", () => {
  it("are asked at the start: an alarm that stands already is raised then", async () => {
    const contacts = new HeldContacts();
    contacts.state = { tamper: "active", panic: "calm" };
    const { types } = await withSupplies(new HeldSupply(), contacts);
    expect(types().slice(-3)).toEqual(["caseOpened", "alarmRaised", "powerChanged"]);
  });

  it("are followed: the log is flushed when the battery runs low", async () => {
    const supply = new HeldSupply();
    const contacts = new HeldContacts();
    const { types, flushes, kiosk } = await withSupplies(supply, contacts);
    supply.set({ source: "battery", battery: "low" });
    contacts.set("active");
    await kiosk.clock.advance(0);
    expect(flushes()).toBe(1);
    expect(types().slice(-3)).toEqual(["powerChanged", "caseOpened", "alarmRaised"]);
  });
});

describe("a door that stays open in the runner", () => {
  it("is told to the flow: after the visit it is a case and the compartment is out of service", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.boards.moveDoor(2, "open");
    await kiosk.clock.advance(70 * 60_000);
    const kinds = kiosk.log.drafts.flatMap((draft) => (draft.type === "caseOpened" ? [draft.payload.kind] : []));
    expect(kinds).toEqual(["doorForced", "sensorFaulty"]);
  });
});

/** A runner in technician mode, whose device tests run as told. */
async function inMode(test: typeof idleWorks.test = idleWorks.test) {
  const kiosk = new RunnerKiosk();
  const technician = { staffId: "KT-03", name: "Lê Văn Thợ", role: "technician" as const };
  const credentials = { ...kiosk.parts.credentials, staffByCard: () => technician, staffById: () => technician };
  const parts = { ...kiosk.parts, credentials, technician: { ...idleWorks, test } };
  const runner = new Runner(parts);
  await kiosk.clock.until(startRunner(runner, parts));
  const touch = (intent: Parameters<Runner["submitIntent"]>[1]) => runner.submit({ kind: "intent", intent });
  runner.submit({ kind: "scan", text: "NV1.TECHNICIAN" });
  touch({ kind: "enterPin", pin: "2468" });
  await kiosk.clock.advance(0);
  touch({ kind: "acknowledgeTechnicianMode" });
  expect(runner.visit.at.step).toBe("technicianBench");
  return { kiosk, runner, touch };
}

describe("the end of technician mode by itself", () => {
  it("is told on the screen from the first moment, and put off by every touch", async () => {
    const { kiosk, runner, touch } = await inMode();
    let shown: Snapshot | undefined;
    runner.onSnapshot((snapshot) => {
      shown = snapshot;
    });
    const wholeMs = timing.clerkPatienceMs + timing.warningMs;
    expect(shown?.endsAtMs).toBe(kiosk.clock.wallMs() + wholeMs);
    await kiosk.clock.advance(timing.clerkPatienceMs - 1);
    touch({ kind: "keepAlive" });
    const endsAtMs = kiosk.clock.wallMs() + wholeMs;
    expect(shown?.endsAtMs).toBe(endsAtMs);
    await kiosk.clock.advance(timing.clerkPatienceMs);
    expect(shown?.endsAtMs).toBe(endsAtMs);
    await kiosk.clock.advance(timing.warningMs - 1);
    expect(shown?.screen.name).toBe("technician");
    await kiosk.clock.advance(1);
    expect(shown).toMatchObject({ screen: { name: "home" } });
    expect(shown?.endsAtMs).toBeUndefined();
  });
});

describe("an answer to a technician", () => {
  it("that comes when the mode has been left means nothing to the next person", async () => {
    let end: () => void = () => {};
    const test = () =>
      new Promise<{ outcome: "passed"; facts: object }>((resolve) => {
        end = () => resolve({ outcome: "passed", facts: {} });
      });
    const { kiosk, touch } = await inMode(test as typeof idleWorks.test);
    touch({ kind: "runTest", test: { kind: "clock" } });
    touch({ kind: "leaveTechnicianMode" });
    end();
    await kiosk.clock.advance(0);
    const types = kiosk.log.drafts.map(({ type }) => type);
    expect(types).toContain("technicianModeLeft");
    expect(types).not.toContain("deviceTested");
  });
});
