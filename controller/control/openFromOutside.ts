import { failed, ok, type Result } from "#core/base/result.ts";
import type { OpenOutcome } from "#core/contract/control.ts";
import type { KioskEvent } from "#core/events/event.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { OpenRequest } from "#core/register/records.ts";
import { compartmentOf, type Register } from "#core/register/register.ts";
import type { Input } from "#flow/input.ts";
import { MAINTENANCE_PULSES, type MaintenanceObstacle, maintenanceObstacle } from "#flow/maintenance.ts";
import type { Visit } from "#flow/state.ts";
import type { World } from "#flow/world.ts";

/** The runner, as far as somebody outside the machine uses it. */
export interface OutsideRunner {
  readonly visit: Visit;
  submit(input: Input): void;
  onEvents(listener: (events: readonly KioskEvent[]) => void): void;
}

export interface OutsideOptions {
  readonly runner: OutsideRunner;
  readonly clock: Clock;
  readonly register: () => Register;
  readonly world: () => World;
}

/** Longest wait for what became of one pulse: the use-by time and the watch after it end well before. */
const OUTCOME_WITHIN_MS = 70_000;

const SENTENCES: Readonly<Record<MaintenanceObstacle, string>> = {
  notReady: "The kiosk is not ready: it is starting, or its log cannot be written. Nothing was opened.",
  noSuchCompartment: "No compartment of this kiosk hangs on this channel. Nothing was opened.",
  technicianMode: "A technician works at the machine. Nothing was opened.",
  visit: "Somebody is being served at the kiosk. Nothing was opened.",
  dossierInside:
    "A dossier is in this compartment, or may be: it opens only with a second person at the machine. Nothing was opened.",
  doorUnderWay: "This door is being opened already. Nothing was opened.",
};

/** Opens doors for a technician outside the machine: by the runner alone, so that each pulse is in the log first. */
export class OutsideDoors {
  readonly #options: OutsideOptions;
  readonly #waiting = new Map<string, (outcome: NonNullable<OpenRequest["outcome"]> | "alreadyOpen") => void>();

  constructor(options: OutsideOptions) {
    this.#options = options;
    options.runner.onEvents((events) => {
      for (const event of events) this.#see(event);
    });
  }

  /** At most three pulses, each after the door was read shut again. Fails with a sentence where nothing was opened. */
  async open(compartmentNumber: number, staffId: string): Promise<Result<OpenOutcome, string>> {
    let outcome: OpenOutcome = "noReply";
    for (let pulse = 1; pulse <= MAINTENANCE_PULSES; pulse += 1) {
      const pulsed = await this.#pulse({ kind: "maintenanceOpening", compartmentNumber, staffId, pulse });
      if (!pulsed.ok) return pulse === 1 ? pulsed : ok(outcome);
      // A command that expired never left.
      outcome = pulsed.value === "expired" ? "noReply" : pulsed.value;
      if (outcome !== "jammed") break;
    }
    return ok(outcome);
  }

  async #pulse(
    input: Extract<Input, { kind: "maintenanceOpening" }>,
  ): Promise<Result<OpenOutcome | "expired", string>> {
    const { runner, clock, register, world } = this.#options;
    const { compartmentNumber } = input;
    const obstacle = maintenanceObstacle({ at: runner.visit.at, world: world() }, compartmentNumber);
    if (obstacle !== undefined) return failed(SENTENCES[obstacle]);
    const before = compartmentOf(register(), compartmentNumber)?.request?.requestId;
    runner.submit(input);
    const request = compartmentOf(register(), compartmentNumber)?.request;
    if (request === undefined || request.requestId === before || request.reason !== "maintenance")
      return failed(SENTENCES.notReady);
    const { requestId } = request;
    return new Promise((resolve) => {
      const settle = (outcome: OpenOutcome | "expired"): void => {
        cancel();
        this.#waiting.delete(requestId);
        resolve(ok(outcome));
      };
      const cancel = clock.after(OUTCOME_WITHIN_MS, () => settle("unresolved"));
      this.#waiting.set(requestId, settle);
    });
  }

  #see(event: KioskEvent): void {
    if (event.type === "compartmentOpened")
      this.#waiting.get(event.payload.requestId)?.(event.payload.wasOpenAlready ? "alreadyOpen" : "opened");
    if (event.type === "compartmentOpenFailed") this.#waiting.get(event.payload.requestId)?.(event.payload.outcome);
  }
}
