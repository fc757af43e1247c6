import { z } from "zod";
import { type Cabinet, CompartmentNumber } from "../domain/cabinet.ts";

/** The desk page's WebSocket; exists only where the configuration names the simulated cabinet. */
export const DESK_PATH = "/desk/channel";

/** What a person at the desk page can do with the simulated cabinet: hands, cards and faults. */
export const DeskCommand = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pushDoorShut"), compartmentNumber: CompartmentNumber }),
  /** Pull a shut door by force (burglary) or pull at an unlocked one. */
  z.strictObject({ kind: z.literal("forceDoorOpen"), compartmentNumber: CompartmentNumber }),
  z.strictObject({ kind: z.literal("put"), compartmentNumber: CompartmentNumber, thing: z.enum(["bag", "result"]) }),
  z.strictObject({ kind: z.literal("take"), compartmentNumber: CompartmentNumber }),
  /** Hold a code before the scanner: the text that the code encodes. */
  z.strictObject({ kind: z.literal("hold"), text: z.string().min(1).max(4296) }),
  z.strictObject({ kind: z.literal("jam"), compartmentNumber: CompartmentNumber, isOn: z.boolean() }),
  z.strictObject({ kind: z.literal("sensorLies"), compartmentNumber: CompartmentNumber, isOn: z.boolean() }),
  z.strictObject({ kind: z.literal("paperOut"), isOn: z.boolean() }),
  z.strictObject({ kind: z.literal("wireUnplugged"), isOn: z.boolean() }),
  z.strictObject({ kind: z.literal("networkCut"), isOn: z.boolean() }),
  /** Ends the controller at once, as a power cut does; whoever supervises it starts it again. */
  z.strictObject({ kind: z.literal("powerCut") }),
  z.strictObject({ kind: z.literal("tearPaper"), paperId: z.string().max(64) }),
]);
export type DeskCommand = z.infer<typeof DeskCommand>;

/** A sample card that lies on the desk. */
export interface DeskCard {
  readonly cardId: string;
  readonly kind: "citizen" | "clerk" | "technician" | "healthCard" | "bagLabel";
  readonly title: string;
  /** What the code on it says; the page draws the QR from it. */
  readonly text: string;
  /** Exists on a desk only. */
  readonly pin?: string | undefined;
}

/** Everything that the desk page draws. */
export interface DeskState {
  readonly doors: readonly {
    readonly compartmentNumber: CompartmentNumber;
    readonly door: "open" | "closed";
    readonly inside: "nothing" | "bag" | "result";
    readonly isJammed: boolean;
    readonly sensorLies: boolean;
  }[];
  /** Newest first; at most 12. `pictureUrl` is a PNG drawn from the very bytes that the printer got. */
  readonly papers: readonly {
    readonly paperId: string;
    readonly pictureUrl: string;
    readonly widthDots: number;
    readonly heightDots: number;
  }[];
  readonly faults: { readonly paperOut: boolean; readonly wireUnplugged: boolean; readonly networkCut: boolean };
  /** Newest last; at most 60 frames. */
  readonly trace: readonly {
    readonly atMs: number;
    readonly direction: "sent" | "received" | "dropped";
    readonly hex: string;
    /** What the frame means, in the words of the board's driver; absent where nothing is known. */
    readonly meaning?: string | undefined;
  }[];
  readonly cards: readonly DeskCard[];
  /** Messages as they arrive on the citizen's telephone, newest last; empty while the network is cut. */
  readonly messages: readonly { readonly atMs: number; readonly phone: string; readonly text: string }[];
  readonly screenUrl: string;
  readonly backOfficeUrl?: string | undefined;
}

/** What does not change while the program runs: sent once on connecting, before the first state. */
export interface DeskSetup {
  readonly kioskNumber: number;
  /** IANA name; times on the page are the kiosk's. */
  readonly timeZone: string;
  readonly cabinet: Cabinet;
}

/** Controller to desk page. */
export type DeskMessage =
  | { readonly type: "deskSetup"; readonly setup: DeskSetup }
  | { readonly type: "desk"; readonly state: DeskState };
