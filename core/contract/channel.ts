import { z } from "zod";
import type { Cabinet, CompartmentNumber } from "../domain/cabinet.ts";
import { symbologies } from "../interfaces/scanner.ts";
import { Intent, type Preferences } from "./intent.ts";
import type { DoorLook, Screen } from "./screen.ts";
import type { TechnicianView } from "./technician.ts";

/** The local channel: one WebSocket on the loopback interface, the same for Electron and Chromium. */
export const CHANNEL_PATH = "/channel";

/** Largest message that the page may send, bytes: a QR code holds at most 4,296 characters. */
export const CHANNEL_MESSAGE_BYTES = 32_768;

/** Page to controller. */
export const PageMessage = z.discriminatedUnion("type", [
  /** `revision`: of the snapshot that the person saw when touching; an intent that answers an older step is ignored. */
  z.strictObject({ type: z.literal("intent"), revision: z.number().int().min(0), intent: Intent }),
  /**
   * A code that the page read: with its camera, or from a scanner that types like a keyboard. At most 4,296 characters;
   * without text where what came cannot be trusted, so that the person is told.
   */
  z.strictObject({
    type: z.literal("scan"),
    source: z.enum(["camera", "keyboard"]),
    symbology: z.enum(symbologies),
    text: z.string().min(1).max(4296).optional(),
  }),
  /** What the camera is up to, so that the controller knows whether codes can be read at all. */
  z.strictObject({ type: z.literal("camera"), state: z.enum(["on", "off", "denied", "missing"]) }),
]);
export type PageMessage = z.infer<typeof PageMessage>;

export interface LocalizedText {
  readonly vi: string;
  readonly en: string;
  readonly zh: string;
}

/** What does not change while the program runs: sent once on connecting. */
export interface Setup {
  readonly kioskNumber: number;
  readonly office: {
    readonly name: LocalizedText;
    readonly shortName: string;
    readonly hotline: string;
    readonly address: LocalizedText;
  };
  readonly cabinet: Cabinet;
  readonly screen: { readonly widthMm: number; readonly heightMm: number };
  readonly catalogue: readonly ProcedureView[];
  readonly notices: readonly { readonly title: LocalizedText; readonly body: LocalizedText }[];
  readonly timeZone: string;
  readonly consentVersion: string;
}

/** A procedure as the screens show it. Absent period or fee: none is stated. */
export interface ProcedureView {
  readonly procedureId: string;
  readonly code?: string | undefined;
  readonly name: LocalizedText;
  readonly field: LocalizedText;
  readonly period?:
    | { readonly kind: "workingDays" | "calendarDays" | "sameDay"; readonly days?: number | undefined }
    | undefined;
  /** Whole đồng. */
  readonly feeVnd?: number | undefined;
  readonly papers: readonly {
    readonly paperId: string;
    readonly name: LocalizedText;
    readonly suggested: { readonly originals: number; readonly certified: number; readonly photocopies: number };
  }[];
  readonly isOffered: boolean;
  /** Where to go instead, for procedures that do not suit an unattended drop. */
  readonly whereToGo?: LocalizedText | undefined;
  /** Days of the year by which it has to be handed in; the row shows the next one. Absent: there is none. */
  readonly deadlines?: readonly { readonly month: number; readonly day: number }[] | undefined;
}

/** Read-only state published to the screen. */
export interface Snapshot {
  /** Grows by one with each snapshot. */
  readonly revision: number;
  readonly screen: Screen;
  /** Changes with each visit; the page forgets everything typed when it does. */
  readonly visitId: string;
  readonly preferences: Preferences;
  readonly doors: readonly { readonly compartmentNumber: CompartmentNumber; readonly look: DoorLook }[];
  /** Wall time of the controller, milliseconds; the page counts on from it. */
  readonly nowMs: number;
  /** True where that may be far from the truth: no time and no date is shown. */
  readonly isTimeDoubtful?: boolean | undefined;
  /** When the counter opens next, milliseconds; absent while it is open or not known. */
  readonly counterOpensAtMs?: number | undefined;
  /**
   * The step ends at this wall time unless the person does something; present while it is being warned of, and on a
   * technician's screen all along.
   */
  readonly endsAtMs?: number | undefined;
  /** True where showing a code to the camera makes sense now: the page turns the camera on only then. */
  readonly wantsScan: boolean;
  readonly network: "online" | "offline";
}

/** Controller to page. */
export type ControllerMessage =
  | { readonly type: "setup"; readonly setup: Setup }
  | { readonly type: "snapshot"; readonly snapshot: Snapshot }
  /** In technician mode only, at most four times a second. */
  | { readonly type: "technician"; readonly view: TechnicianView }
  /** Another page took over; this one must stop. */
  | { readonly type: "replaced" };
