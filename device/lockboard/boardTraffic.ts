import type { BoardFault, BoardHealth } from "#core/interfaces/lockBoard.ts";

/** Answered requests whose latency is kept. */
const LATENCIES_KEPT = 256;
/** Damaged replies in a row that are no accident any more. */
const DAMAGED_TO_FAULT = 3;
/** Second answers, with few good replies between them, that are no accident any more. */
const SECOND_TO_FAULT = 2;
/** Good replies in a row after which a fault of the traffic counts as mended. */
const GOOD_TO_MEND = 20;

/** What is wrong with a board, the gravest first: two boards at one address open two doors. */
const GRAVEST_FIRST = ["twoAnswers", "refusesPulse", "damagedReplies", "echo"] as const satisfies readonly BoardFault[];

/** Counts what happens between one board and its wire, and finds out what is wrong there. */
export class BoardTraffic {
  #requests = 0;
  #missed = 0;
  #damaged = 0;
  #lastReplyAtMs: number | undefined;
  #damagedInARow = 0;
  #goodInARow = 0;
  #secondAnswers = 0;
  readonly #latencies: number[] = [];
  /** The same, smallest first. */
  readonly #sorted: number[] = [];
  #oldest = 0;
  readonly #faults = new Set<BoardFault>();

  get fault(): BoardFault | undefined {
    return this.#faults.size === 0 ? undefined : GRAVEST_FIRST.find((fault) => this.#faults.has(fault));
  }

  /** True while two boards answer at this address: a pulse would open two doors, and no reading is one door's. */
  get hasTwoAnswers(): boolean {
    return this.#faults.has("twoAnswers");
  }

  reply(nowMs: number, latencyMs: number, hasEcho: boolean): void {
    this.#requests += 1;
    this.#lastReplyAtMs = nowMs;
    const gone = this.#latencies[this.#oldest];
    if (gone !== latencyMs) {
      if (gone !== undefined) this.#sorted.splice(placeOf(this.#sorted, gone), 1);
      this.#sorted.splice(placeOf(this.#sorted, latencyMs), 0, latencyMs);
      this.#latencies[this.#oldest] = latencyMs;
    }
    this.#oldest = (this.#oldest + 1) % LATENCIES_KEPT;
    this.#damagedInARow = 0;
    this.#goodInARow += 1;
    this.#set("echo", hasEcho);
    if (this.#goodInARow < GOOD_TO_MEND) return;
    this.#secondAnswers = 0;
    if (this.#faults.size === 0) return;
    this.#faults.delete("damagedReplies");
    this.#faults.delete("twoAnswers");
  }

  miss(isDamaged: boolean): void {
    this.#requests += 1;
    this.#missed += 1;
    this.#goodInARow = 0;
    this.#damagedInARow = isDamaged ? this.#damagedInARow + 1 : 0;
    if (isDamaged) this.#damaged += 1;
    if (this.#damagedInARow >= DAMAGED_TO_FAULT) this.#faults.add("damagedReplies");
  }

  secondAnswer(): void {
    this.#goodInARow = 0;
    this.#secondAnswers += 1;
    if (this.#secondAnswers >= SECOND_TO_FAULT) this.#faults.add("twoAnswers");
  }

  unlockAnswer(answer: "noted" | "refused"): void {
    this.#set("refusesPulse", answer === "refused");
  }

  health(nowMs: number): Pick<BoardHealth, "requests" | "missed" | "damaged" | "latencyMs" | "sinceReplyMs"> {
    const sorted = this.#sorted;
    const worst = sorted.at(-1);
    const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    return {
      requests: this.#requests,
      missed: this.#missed,
      damaged: this.#damaged,
      ...(worst !== undefined && { latencyMs: { median: at(0.5), p99: at(0.99), worst } }),
      ...(this.#lastReplyAtMs !== undefined && { sinceReplyMs: nowMs - this.#lastReplyAtMs }),
    };
  }

  #set(fault: BoardFault, isOn: boolean): void {
    if (isOn) this.#faults.add(fault);
    else this.#faults.delete(fault);
  }
}

/** Where a value stands or belongs among sorted ones. */
function placeOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
