import type { Clock } from "#core/interfaces/clock.ts";
import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import type { BoardDriver, FoundBoard } from "../protocol/boardDriver.ts";
import type { FrameRule } from "../protocol/deframer.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { BoardLine } from "./boardLine.ts";
import { everyRound, likelyRounds, neighbourRound, type ProbePlace, type ProbeRound } from "./probePlan.ts";

/** A board that answered on a port. */
export interface ProbedBoard {
  readonly family: BoardFamily;
  readonly baudRate: number;
  readonly address: number;
  /** As many as its reply has bits for; it may have fewer locks. */
  readonly channels: number;
}

/** Something wrong on a wire that a search shows. */
export interface ProbeFault {
  readonly fault: "echo" | "twoAnswers" | "damagedReplies";
  readonly baudRate: number;
  /** Absent where it concerns the whole wire. */
  readonly address?: number | undefined;
}

export interface ProbeOptions {
  /** The port at a speed. */
  readonly transportAt: (baudRate: number) => TransportFactory;
  readonly drivers: readonly BoardDriver[];
  readonly clock: Clock;
  /** Only this speed, and at it every likely address of every family; all speeds by default. */
  readonly baudRate?: number | undefined;
  /** Asks every address at every speed, however long that takes, also after boards were found. Default false. */
  readonly isExhaustive?: boolean;
  /** 0 to 1; never decreases. */
  readonly onProgress?: (share: number) => void;
  /** Ends the search after the question that is under way. */
  readonly signal?: AbortSignal;
}

export interface ProbeResult {
  readonly boards: readonly ProbedBoard[];
  readonly faults: readonly ProbeFault[];
  /** The reason for which the port could not be opened or was lost. */
  readonly portFault?: string | undefined;
}

/** Pause between two questions, so that the line's driver can turn round. */
const GAP_MS = 3;

/** Families whose boards answer each other's questions: one that was recognised is not looked for as the other. */
const LOOK_ALIKES: readonly (readonly BoardFamily[])[] = [["kerong-cu12", "kerong-cu24"]];

/**
 * Looks for lock boards on one port with read-only questions. Bounded: a question takes at most a second, and there is a
 * known number of them. Once boards were found at one speed the others are left alone. Never rejects.
 */
export function probe(options: ProbeOptions): Promise<ProbeResult> {
  return new Probe(options).run();
}

/** How many questions back an answer is still recognised. */
const REMEMBERED_QUESTIONS = 16;

interface UnansweredQuestion extends ProbePlace {
  readonly baudRate: number;
  readonly accept: (frame: Uint8Array) => FoundBoard | undefined;
}

class Probe {
  readonly #options: ProbeOptions;
  readonly #boards: ProbedBoard[] = [];
  readonly #faults: ProbeFault[] = [];
  readonly #asked = new Set<string>();
  readonly #damaged = new Set<number>();
  /** The newest questions without an answer. */
  readonly #unanswered: UnansweredQuestion[] = [];
  #portFault: string | undefined;
  #share = 0;

  constructor(options: ProbeOptions) {
    this.#options = options;
  }

  async run(): Promise<ProbeResult> {
    const { drivers, baudRate, isExhaustive = false } = this.#options;
    // A named speed counts for families that do not list it too: somebody may have set it.
    const sought = drivers.map((driver) => ({
      driver,
      baudRates: baudRate === undefined ? driver.limits.baudRates : [baudRate],
    }));
    const rounds = isExhaustive ? everyRound(sought) : likelyRounds(sought);
    const total = rounds.reduce((sum, { places }) => sum + places.length, 0);
    let done = 0;
    for (const round of rounds) {
      if (this.#isOver) break;
      await this.#perform(round, (asked) => this.#tell((done + asked) / total));
      done += round.places.length;
      // Where the speed is named there is no other to try: boards of other families are looked for as well.
      if (this.#boards.length === 0 || isExhaustive || baudRate !== undefined) continue;
      const found = sought.filter(({ driver: { family } }) => this.#boards.some((board) => board.family === family));
      await this.#perform(neighbourRound(found, round.baudRate), () => {});
      break;
    }
    this.#tell(1);
    if (this.#boards.length === 0)
      for (const at of this.#damaged) this.#faults.push({ fault: "damagedReplies", baudRate: at });
    return { boards: this.#boards, faults: this.#faults, portFault: this.#portFault };
  }

  get #isOver(): boolean {
    return this.#portFault !== undefined || this.#options.signal?.aborted === true;
  }

  #tell(share: number): void {
    this.#share = Math.max(this.#share, Math.min(1, share));
    this.#options.onProgress?.(this.#share);
  }

  async #perform(round: ProbeRound, onAsked: (asked: number) => void): Promise<void> {
    const { transportAt, clock } = this.#options;
    if (this.#isOver) return;
    const opened = await BoardLine.open(transportAt(round.baudRate)(), clock);
    if (!opened.ok) {
      this.#portFault = opened.error;
      return;
    }
    const line = opened.value;
    for (const [index, place] of round.places.entries()) {
      if (this.#isOver || line.isLost) break;
      await this.#askPlace(line, place, round);
      onAsked(index + 1);
    }
    if (line.isLost) this.#portFault ??= "the port went away";
    await line.close();
  }

  async #askPlace(line: BoardLine, { driver, address }: ProbePlace, round: ProbeRound): Promise<void> {
    const { baudRate, waitMs } = round;
    const key = `${driver.family} ${baudRate} ${address} ${waitMs}`;
    if (this.#asked.has(key) || this.#isKnown(driver.family, baudRate, address)) return;
    this.#asked.add(key);
    for (const { bytes, accept } of driver.probeRequests(address)) {
      const question = {
        bytes,
        rule: anyRule(round.places.map((place) => place.driver)),
        accept: (frame: Uint8Array) => accept(frame) ?? this.#acceptLate(frame, baudRate),
        waitMs: waitMs + wireMs(bytes.length, baudRate),
      };
      const answer = await line.ask(question);
      await line.pause(Math.max(GAP_MS, driver.quietMs));
      if (answer.kind === "lost") return;
      if (answer.isEchoed) this.#note({ fault: "echo", baudRate });
      if (answer.kind === "noReply") {
        if (answer.heardBytes > 0) this.#damaged.add(baudRate);
        this.#unanswered.push({ driver, address, baudRate, accept });
        if (this.#unanswered.length > REMEMBERED_QUESTIONS) this.#unanswered.shift();
        continue;
      }
      this.#boards.push({ family: driver.family, baudRate, address, channels: answer.reply.channels });
      const again = await line.ask({ ...question, isSecondAwaited: true });
      if (again.kind === "reply" && again.answers > 1) this.#note({ fault: "twoAnswers", baudRate, address });
      return;
    }
  }

  /** A slow board or a busy machine: an answer to an earlier question came while a later one was waiting. */
  #acceptLate(frame: Uint8Array, baudRate: number): undefined {
    for (const asked of this.#unanswered) {
      const found = asked.baudRate === baudRate ? asked.accept(frame) : undefined;
      const { family } = asked.driver;
      if (found === undefined || this.#isKnown(family, baudRate, asked.address)) continue;
      this.#boards.push({ family, baudRate, address: asked.address, channels: found.channels });
    }
  }

  #isKnown(family: BoardFamily, baudRate: number, address: number): boolean {
    const alike = LOOK_ALIKES.find((group) => group.includes(family)) ?? [family];
    return this.#boards.some(
      (board) => board.baudRate === baudRate && board.address === address && alike.includes(board.family),
    );
  }

  #note(fault: ProbeFault): void {
    const isNoted = this.#faults.some(
      (known) => known.fault === fault.fault && known.baudRate === fault.baudRate && known.address === fault.address,
    );
    if (!isNoted) this.#faults.push(fault);
  }
}

/** A frame of any of these families. */
function anyRule(drivers: readonly BoardDriver[]): FrameRule {
  const rules = [...new Set(drivers.map(({ replyRule }) => replyRule))];
  return (bytes, start) => {
    const matches = rules.map((rule) => rule(bytes, start));
    const isUnfinished = matches.some(({ kind }) => kind === "incomplete");
    return matches.find(({ kind }) => kind === "frame") ?? { kind: isUnfinished ? "incomplete" : "none" };
  };
}

/** Time that bytes take on a wire with 8 data bits, no parity and one stop bit. */
function wireMs(bytes: number, baudRate: number): number {
  return (bytes * 10_000) / baudRate;
}
