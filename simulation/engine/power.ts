import type { LoadedConfig } from "#controller/config/loadConfig.ts";
import type { Store } from "#controller/store.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { Chance } from "../contract/plan.ts";
import { type KioskPlace, openKiosk, putTogether, type RunningKiosk } from "./kiosk.ts";
import { Life } from "./life.ts";
import type { Machine } from "./machine.ts";
import type { OfficeWay } from "./officeWay.ts";
import type { CommitMoment } from "./watchedStore.ts";
import type { News } from "./witness.ts";

/** Where the power goes: at once, at one of the next commits, or when one of the next unlock frames has left. */
export type CutMoment = "now" | CommitMoment | "pulse";

export interface PowerOptions {
  readonly loaded: LoadedConfig;
  readonly machine: Machine;
  /** The world's clock. */
  readonly clock: Clock;
  readonly chance: Chance;
  readonly way: OfficeWay;
  readonly note: (news: News) => void;
  readonly onSnapshot: KioskPlace["onSnapshot"];
  /** The screen goes dark. */
  readonly onDark: () => void;
  /** The program itself broke, at its start or later. */
  readonly onBroken: (sentence: string) => void;
}

/** How long whoever supervises the program waits before it is started again, milliseconds. */
const RESTART_MS = 2_000;
/** Shortest and longest time without power after a cut, milliseconds. */
const SHORTEST_DARK_MS = 1_000;
const LONGEST_DARK_MS = 120_000;
const NO_LIMIT_PAGES = 2 ** 30;

class PowerLost extends Error {
  override readonly name = "PowerLost";
}

/** Lets the program live, die at any moment, and live again from its files. */
export class Power {
  readonly #options: PowerOptions;
  #life: Life | undefined;
  #store: Store | undefined;
  #kiosk: RunningKiosk | undefined;
  #armed: { readonly moment: CutMoment; left: number } | undefined;
  #isDiskFull = false;
  #lastLines: string[] = [];
  #darkSinceMs: number | undefined = 0;
  #darkMs = 0;

  constructor(options: PowerOptions) {
    this.#options = options;
  }

  /** The program of this moment once it was put together; undefined while there is none. */
  get kiosk(): RunningKiosk | undefined {
    return this.#kiosk;
  }

  get hasPower(): boolean {
    return this.#life !== undefined;
  }

  /** Time without power until now, milliseconds. */
  get darkMs(): number {
    const { clock } = this.#options;
    return this.#darkMs + (this.#darkSinceMs === undefined ? 0 : clock.monotonicMs() - this.#darkSinceMs);
  }

  /** The last lines of the program's own log. */
  get lastLines(): readonly string[] {
    return this.#lastLines;
  }

  turnOn(): void {
    if (this.#life !== undefined) return;
    if (this.#darkSinceMs !== undefined) this.#darkMs += this.#options.clock.monotonicMs() - this.#darkSinceMs;
    this.#darkSinceMs = undefined;
    this.#begin();
  }

  /** A cut that still waits for its moment does not come any more. */
  disarm(): void {
    this.#armed = undefined;
  }

  /** The power goes at that moment, the `skip`th from now, and comes back later. */
  cutAt(moment: CutMoment, skip = 0): void {
    if (moment === "now") this.#cut();
    else this.#armed = { moment, left: skip };
  }

  /** From now on no commit finds room, or does again. */
  setDiskFull(isFull: boolean): void {
    this.#isDiskFull = isFull;
    this.#applyDisk();
  }

  submit(revision: number, intent: Intent): void {
    const kiosk = this.#kiosk;
    this.#life?.run(() => kiosk?.runner.submitIntent(revision, intent));
  }

  /** An unlock frame left. */
  pulseLeft(): void {
    if (this.#isHit("pulse")) this.#cut();
  }

  /** Ends the program for good, at the end of a run. */
  end(): void {
    this.#endLife();
  }

  #begin(): void {
    const { clock } = this.#options;
    const life: Life = new Life({ clock, onCrash: (error) => this.#crashed(life, error) });
    this.#life = life;
    this.#live(life).catch((error: unknown) => this.#crashed(life, error));
  }

  async #live(life: Life): Promise<void> {
    const place = this.#placeOf(life);
    const store = await openKiosk(place);
    if (life.isOver) return store.close();
    this.#store = store;
    this.#applyDisk();
    const kiosk = putTogether(place, store);
    this.#kiosk = kiosk;
    await kiosk.start();
    if (!life.isOver) this.#options.note({ kind: "started" });
  }

  #placeOf(life: Life): KioskPlace {
    const { loaded, machine, chance, way, note, onSnapshot } = this.#options;
    return {
      loaded,
      machine,
      life,
      chance: chance.fork(),
      fetch: way.fetchFor(life),
      watcher: {
        atMoment: (moment) => this.#commitAt(moment, life),
        onEvents: (events) => {
          for (const one of events) note({ kind: "event", ...one });
        },
      },
      onSnapshot,
      onEnd: () => this.#restart(life),
      onLine: (line) => {
        note({ kind: "logLine", text: line });
        this.#lastLines.push(line);
        if (this.#lastLines.length > 40) this.#lastLines = this.#lastLines.slice(-20);
      },
    };
  }

  #commitAt(moment: CommitMoment, life: Life): void {
    if (!life.isOver && this.#isHit(moment)) this.#cut();
    if (life.isOver) throw new PowerLost("The power is gone.");
  }

  #isHit(moment: CutMoment): boolean {
    const armed = this.#armed;
    if (armed?.moment !== moment) return false;
    armed.left -= 1;
    if (armed.left >= 0) return false;
    this.#armed = undefined;
    return true;
  }

  #cut(): void {
    if (this.#life === undefined) return;
    const { clock, chance, note } = this.#options;
    this.#endLife();
    this.#darkSinceMs = clock.monotonicMs();
    note({ kind: "powerCut" });
    clock.after(chance.between(SHORTEST_DARK_MS, LONGEST_DARK_MS), () => this.turnOn());
  }

  /** The program threw where a real one would have ended. A full disk is a reason; anything else is a defect. */
  #crashed(life: Life, error: unknown): void {
    if (life.isOver) return;
    if (!this.#isDiskFull) this.#options.onBroken(`The program ended by itself: ${wordsOf(error)}`);
    this.#restart(life);
  }

  #restart(life: Life): void {
    if (life.isOver) return;
    this.#endLife();
    this.#options.clock.after(RESTART_MS, () => {
      if (this.#life === undefined && this.#darkSinceMs === undefined) this.#begin();
    });
  }

  #endLife(): void {
    const store = this.#store;
    this.#life?.end();
    this.#life = undefined;
    this.#store = undefined;
    this.#kiosk = undefined;
    this.#options.machine.letGo();
    this.#options.onDark();
    // The file stays as it was committed. A transaction may be open around this call; it is rolled back first.
    if (store !== undefined) this.#options.clock.after(0, () => store.close());
  }

  #applyDisk(): void {
    const db = this.#store?.db;
    if (db === undefined) return;
    const used = Number(db.pragma("page_count", { simple: true }));
    db.pragma(`max_page_count = ${this.#isDiskFull ? used : NO_LIMIT_PAGES}`);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
