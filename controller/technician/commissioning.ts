import type { CommissioningStep, CommissioningView } from "#core/contract/technician.ts";
import type { StaffId } from "#core/domain/ids.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { World } from "#flow/world.ts";

/** One run of the wizard; `device/commissioning/` has it. */
export interface CommissioningRun {
  readonly view: CommissioningView;
  take(step: CommissioningStep): Promise<void>;
  stop(): Promise<void>;
}

/** How long the page shows that all is saved before the program ends, milliseconds. */
const SAVED_SHOWN_MS = 3_000;

export interface CommissioningOptions {
  readonly clock: Clock;
  /** Begins a run in the name of this staff member. */
  readonly begin: (by: StaffId) => CommissioningRun;
  /** Lets go of the lock boards' ports: they belong to the wizard from now on. */
  readonly releaseWires: () => Promise<void>;
  /** Ends the program on purpose; whoever supervises it starts it anew, with the wires as they are written down then. */
  readonly endProgram: () => void;
}

/**
 * The wizard's place in the controller. While it runs the lock boards are not polled and no door is opened for anybody;
 * when it ends, saved or given up, the program starts anew, so that nothing of before is believed.
 */
export class Commissioning {
  readonly #options: CommissioningOptions;
  #run: CommissioningRun | undefined;

  constructor(options: CommissioningOptions) {
    this.#options = options;
  }

  get state(): World["commissioning"] {
    return this.#run === undefined ? "idle" : "running";
  }

  view(): CommissioningView | undefined {
    return this.#run?.view;
  }

  /** Carries out one step; resolves when its result stands in the view. */
  async take(step: CommissioningStep, by: StaffId): Promise<void> {
    if (this.#run === undefined && step.kind !== "begin") return;
    if (this.#run === undefined) {
      this.#run = this.#options.begin(by);
      await this.#options.releaseWires();
    }
    await this.#run.take(step);
    if (step.kind === "giveUp") return this.#end();
    if (this.#run.view.phase === "saved") this.#options.clock.after(SAVED_SHOWN_MS, () => void this.#end());
  }

  async stop(): Promise<void> {
    await this.#run?.stop();
  }

  async #end(): Promise<void> {
    await this.#run?.stop();
    this.#options.endProgram();
  }
}
