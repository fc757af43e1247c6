import { z } from "zod";

const DoorFacts = z.object({
  compartmentNumber: z.number(),
  isOpen: z.boolean(),
  hasBag: z.boolean(),
  pulses: z.number(),
});

/** What happens outside the disk, noted in one order with what reaches it. */
export const OutsideNote = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("journey"), name: z.string() }),
  /** The log said that everything up to this event is durable. */
  z.object({ kind: z.literal("committed"), seq: z.number(), atMs: z.number() }),
  /** A lock received an unlock frame. */
  z.object({ kind: z.literal("pulse"), compartmentNumber: z.number() }),
  z.object({ kind: z.literal("doors"), doors: z.array(DoorFacts) }),
  /** A paper came out of the printer. */
  z.object({ kind: z.literal("paper") }),
  /** The back office has the log up to here. */
  z.object({ kind: z.literal("office"), upTo: z.number() }),
  /** A dossier's key is about to be destroyed, or was. */
  z.object({ kind: z.literal("key"), dossierId: z.string(), isGone: z.boolean() }),
]);
export type OutsideNote = z.infer<typeof OutsideNote>;

/** The world outside the disk at one moment. */
export interface Outside {
  readonly journey: string;
  readonly committedUpTo: number;
  /** Wall time of the newest commit, milliseconds. */
  readonly committedAtMs: number;
  /** Unlock frames by compartment. */
  readonly pulses: Readonly<Record<string, number>>;
  readonly doors: z.infer<typeof DoorFacts>[];
  readonly papers: number;
  readonly officeUpTo: number;
  /** Dossiers whose key is being destroyed (false) or was (true). */
  readonly destroyed: Readonly<Record<string, boolean>>;
}

export const OUTSIDE_AT_FIRST: Outside = {
  journey: "",
  committedUpTo: 0,
  committedAtMs: 0,
  pulses: {},
  doors: [],
  papers: 0,
  officeUpTo: 0,
  destroyed: {},
};

/** The world after something happened. */
export function outsideAfter(before: Outside, note: OutsideNote): Outside {
  switch (note.kind) {
    case "journey":
      return { ...before, journey: note.name };
    case "committed":
      return { ...before, committedUpTo: note.seq, committedAtMs: note.atMs };
    case "pulse": {
      const { compartmentNumber } = note;
      const pulses = (before.pulses[compartmentNumber] ?? 0) + 1;
      return { ...before, pulses: { ...before.pulses, [compartmentNumber]: pulses } };
    }
    case "doors":
      return { ...before, doors: note.doors };
    case "paper":
      return { ...before, papers: before.papers + 1 };
    case "office":
      return { ...before, officeUpTo: Math.max(before.officeUpTo, note.upTo) };
    case "key":
      return { ...before, destroyed: { ...before.destroyed, [note.dossierId]: note.isGone } };
  }
}
