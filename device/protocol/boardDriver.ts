import type { BoardFamily, ByteOrder } from "#core/interfaces/lockBoard.ts";
import type { FrameRule } from "./deframer.ts";

/** One board on its wire, as far as frames need to know it. */
export interface BoardPlace {
  readonly address: number;
  /** Locks connected. */
  readonly channels: number;
  /** Matters only to families with `hasByteOrder`. */
  readonly byteOrder: ByteOrder;
}

/** What a board says of one channel, before its wiring is applied; undefined where the reply has no bit for it. */
export interface ChannelBits {
  /** True where the family's documents call this value closed. */
  readonly saysClosed: boolean | undefined;
  /** True where the family's documents call this value occupied; always undefined without occupancy sensors. */
  readonly saysOccupied: boolean | undefined;
}

/** A request with the check of its reply. Pure. */
export interface BoardRequest<Reply> {
  readonly bytes: Uint8Array;
  /** Checks everything in a whole frame against this very request; undefined when it is no reply to it. */
  readonly accept: (frame: Uint8Array) => Reply | undefined;
}

/** What a board answers to an unlock. Neither says anything about the door. */
export type UnlockAnswer = "noted" | "refused";

/** What a board said without being asked. */
export interface BoardReport {
  readonly address: number;
  /** 1-based. */
  readonly channel: number;
  readonly bits: ChannelBits;
}

/** A board that answered a read-only question. */
export interface FoundBoard {
  /** As many as the reply has bits for; a board may have fewer locks than that. */
  readonly channels: number;
}

/** One board family: bytes ⇄ meaning, without time and without I/O. Frames are those of the family's own documents. */
export interface BoardDriver {
  readonly family: BoardFamily;
  readonly limits: {
    readonly lowestAddress: number;
    readonly highestAddress: number;
    /** Where a search stops when the whole range would take too long; absent: at `highestAddress`. */
    readonly highestSearchedAddress?: number;
    /** The most channels of one board. */
    readonly channels: number;
    /** Baud rates in the field, the factory's first. */
    readonly baudRates: readonly number[];
  };
  readonly hasOccupancy: boolean;
  /** True where sources contradict each other about the order of status bytes. */
  readonly hasByteOrder: boolean;
  /** Pause between a reply and the next request that the family wants, milliseconds; 0 where none is prescribed. */
  readonly quietMs: number;
  /** Frames that boards of this family send, unasked-for reports included. */
  readonly replyRule: FrameRule;
  /** One question that reads every channel; element 0 of the reply is channel 1, `place.channels` elements. */
  statusRequest(place: BoardPlace): BoardRequest<readonly ChannelBits[]>;
  /** One pulse for one lock, timed by the board itself. `channel` is 1-based. Never "all", never permanent. */
  unlockRequest(place: BoardPlace, channel: number): BoardRequest<UnlockAnswer>;
  /** Read-only questions that tell whether a board of this family answers at an address, tried in order. */
  probeRequests(address: number): readonly BoardRequest<FoundBoard>[];
  /** Frames that a board gets once when its wire opens, best effort, such as "all relays off". None moves a lock. */
  startFrames?(place: BoardPlace): readonly Uint8Array[];
  /** The meaning of a frame that came unasked, or undefined. */
  readReport?(frame: Uint8Array): BoardReport | undefined;
  /** A frame in words for a trace, such as `status board 0: open 1`; undefined for what is no frame of this family. */
  describe(frame: Uint8Array, direction: "sent" | "received"): string | undefined;
}
