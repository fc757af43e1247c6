import type { CommissionedBoard } from "#core/contract/technician.ts";
import type { ByteOrder, DoorReading, Feedback } from "#core/interfaces/lockBoard.ts";
import type { BoardDriver, BoardPlace, ChannelBits } from "../protocol/boardDriver.ts";
import type { LineQuestion } from "./boardLine.ts";
import { changedChannels, type Evidence, evidenceOf, isSameReading, orderOf, type Readings } from "./wiringEvidence.ts";

/** A door as the technician named it; `unused`: nothing hangs on this channel. */
export type NamedDoor =
  | { readonly compartmentNumber: number; readonly column: number; readonly heightMm: number }
  | "unused";

export interface LearningBoardOptions {
  /** Name in the profile, such as `A`. */
  readonly name: string;
  readonly port: string;
  readonly baudRate: number;
  readonly driver: BoardDriver;
  readonly address: number;
  readonly channels: number;
}

const STATUS_WAIT_MS = 250;
/** An answer to an unlock may come or not; the door alone says what happened. */
const UNLOCK_WAIT_MS = 150;

/** What is known of one board while its wiring is learned. */
export class LearningBoard {
  readonly options: LearningBoardOptions;
  calibration: CommissionedBoard["calibration"] = "none";
  feedback: Feedback | undefined;
  byteOrder: ByteOrder | undefined;
  /** The channel whose door taught the wiring. */
  taughtBy: number | undefined;
  /** Every door shut, as the technician said. */
  shut: Readings | undefined;
  /** A door moved since; who opens a channel once more, asked to shut them all first, says it anew. */
  isShutOutdated = false;
  latest: Readings | undefined;
  readonly named = new Map<number, NamedDoor>();
  /** Channels that were pulsed: only a door that was seen can be named. */
  readonly pulsed = new Set<number>();

  constructor(options: LearningBoardOptions) {
    this.options = options;
  }

  /** One question for every channel; its reply is read in each order of bytes that the family may have. */
  statusQuestion(): LineQuestion<Readings> {
    const { driver } = this.options;
    const requests = this.#orders.map((order) => ({ order, ...driver.statusRequest(this.#place(order)) }));
    const accept = (frame: Uint8Array): Readings | undefined => {
      const readings: Partial<Record<ByteOrder, readonly ChannelBits[]>> = {};
      for (const request of requests) {
        const bits = request.accept(frame);
        if (bits === undefined) return undefined;
        readings[request.order] = bits;
      }
      return readings;
    };
    const bytes = requests[0]?.bytes ?? new Uint8Array();
    return { bytes, accept, rule: driver.replyRule, waitMs: STATUS_WAIT_MS };
  }

  unlockQuestion(channel: number): LineQuestion<"noted" | "refused"> {
    const { driver } = this.options;
    const request = driver.unlockRequest(this.#place(this.byteOrder ?? "firstByteFirst"), channel);
    return { ...request, rule: driver.replyRule, waitMs: UNLOCK_WAIT_MS };
  }

  /** What the board says of a channel, by the wiring that was learned. `unknown` before. */
  doorReading(channel: number): DoorReading {
    const bits = this.#bitsOf(channel);
    const isLearned = this.calibration === "done" && bits?.saysClosed !== undefined;
    const isShut = bits?.saysClosed === (this.feedback === "closing");
    const { hasOccupancy } = this.options.driver;
    const occupancy = bits?.saysOccupied === undefined ? "unknown" : bits.saysOccupied ? "something" : "nothing";
    return {
      door: isLearned ? (isShut ? "closed" : "open") : "unknown",
      occupancy: hasOccupancy ? occupancy : "notSupported",
    };
  }

  /** Judges what a door showed when it opened; the first one teaches the wiring, the others must agree with it. */
  learnFrom(before: Readings, after: Readings, channel: number): Evidence {
    const evidence = evidenceOf(before, after, channel);
    if (this.calibration === "done") return this.#confirm(evidence);
    if (evidence.kind === "learned") {
      this.feedback = evidence.feedback;
      this.byteOrder = this.options.driver.hasByteOrder ? orderOf(after, evidence.byteOrders) : undefined;
      this.taughtBy = channel;
      this.calibration = "learning";
    } else {
      this.calibration = evidence.kind === "nothingChanged" ? "noChange" : "contradiction";
    }
    return evidence;
  }

  /** Takes a reading; true where the door that teaches was seen shut again, which completes the lesson. */
  see(readings: Readings): boolean {
    const before = this.latest;
    this.latest = readings;
    if (this.calibration !== "learning" || this.shut === undefined) return false;
    // Twice the same: a single reading may be the flicker of a contact.
    const isSteady = before !== undefined && isSameReading(before, readings);
    if (!isSteady || !this.#isShutAgain(this.shut, readings)) return false;
    this.shut = readings;
    const isOrderKnown = !this.options.driver.hasByteOrder || this.byteOrder !== undefined;
    // A channel in the middle of the status bytes shows the polarity only: another one must show the order.
    this.calibration = isOrderKnown ? "done" : "none";
    return isOrderKnown;
  }

  /** Nothing hangs on the channels that have no name yet. */
  leaveRest(): void {
    for (let channel = 1; channel <= this.options.channels; channel += 1)
      if (!this.named.has(channel)) this.named.set(channel, "unused");
  }

  view(): CommissionedBoard {
    const { name, port, baudRate, address, channels, driver } = this.options;
    return {
      board: name,
      port,
      family: driver.family,
      baudRate,
      address,
      channels,
      calibration: this.calibration,
      feedback: this.feedback,
      byteOrder: this.byteOrder,
      doors: Array.from({ length: channels }, (_, index) => ({
        channel: index + 1,
        reading: this.doorReading(index + 1),
        named: this.named.get(index + 1),
      })),
    };
  }

  /** The door that teaches is shut and no other was opened. One that had been left open may have been shut meanwhile. */
  #isShutAgain(shut: Readings, readings: Readings): boolean {
    const closedBit = this.feedback === "closing";
    return this.#orders.every((order) => {
      const before = shut[order] ?? [];
      const changed = changedChannels(before, readings[order] ?? []);
      return changed.every((channel) => before[channel - 1]?.saysClosed !== closedBit);
    });
  }

  #confirm(evidence: Evidence): Evidence {
    if (evidence.kind !== "learned") return evidence;
    const isSameOrder = this.byteOrder === undefined || evidence.byteOrders.includes(this.byteOrder);
    if (isSameOrder && evidence.feedback === this.feedback) return evidence;
    this.calibration = "contradiction";
    return { kind: "contradiction" };
  }

  get #orders(): readonly ByteOrder[] {
    return this.options.driver.hasByteOrder ? ["firstByteFirst", "lastByteFirst"] : ["firstByteFirst"];
  }

  #bitsOf(channel: number): ChannelBits | undefined {
    return this.latest?.[this.byteOrder ?? "firstByteFirst"]?.[channel - 1];
  }

  #place(byteOrder: ByteOrder): BoardPlace {
    const { address, channels } = this.options;
    return { address, channels, byteOrder };
  }
}
