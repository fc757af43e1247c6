import { z } from "zod";
import { CompartmentNumber } from "../domain/cabinet.ts";
import { ServiceReason } from "../events/eventParts.ts";
import type { DeviceReport } from "../interfaces/deviceReport.ts";
import { type BoardHealth, boardFamilies, type DoorReading } from "../interfaces/lockBoard.ts";

/** Pages of the technician's screen. */
export const TechnicianSection = z.enum(["cabinet", "wires", "devices", "system", "commissioning"]);
export type TechnicianSection = z.infer<typeof TechnicianSection>;

/** Tests that a technician starts; each result is stored. */
export const DeviceTest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("lockBoard"), board: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal("scanner"), name: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal("camera") }),
  z.strictObject({ kind: z.literal("printer") }),
  z.strictObject({ kind: z.literal("database") }),
  z.strictObject({ kind: z.literal("disk") }),
  z.strictObject({ kind: z.literal("clock") }),
  z.strictObject({ kind: z.literal("network") }),
  z.strictObject({ kind: z.literal("ups") }),
]);
export type DeviceTest = z.infer<typeof DeviceTest>;

/** What a test came to. `notSupported`: the machine has no such device. */
export const TestOutcome = z.enum(["passed", "failed", "unresolved", "notSupported"]);
export type TestOutcome = z.infer<typeof TestOutcome>;

/** The newest result of a test. */
export interface TestResult {
  readonly test: DeviceTest;
  readonly outcome: TestOutcome;
  /** Facts for the report, such as `{ replies: 20, missed: 0, medianMs: 14 }`; no personal data. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly atMs: number;
}

/** What the technician's screen asks for; each counts only inside technician mode. */
export const technicianIntents = [
  /** Each client says that it has stepped aside; the mode begins when all have. */
  z.strictObject({ kind: z.literal("acknowledgeTechnicianMode") }),
  z.strictObject({ kind: z.literal("showSection"), section: TechnicianSection }),
  z.strictObject({ kind: z.literal("openDoor"), compartmentNumber: CompartmentNumber }),
  /** Opens a door and waits until it was shut, `rounds` times. */
  z.strictObject({
    kind: z.literal("cycleDoor"),
    compartmentNumber: CompartmentNumber,
    rounds: z.number().int().min(1).max(50),
  }),
  /** Ends a cycle test or a wait for the second person. */
  z.strictObject({ kind: z.literal("stopDoorTest") }),
  z.strictObject({ kind: z.literal("takeOutOfService"), compartmentNumber: CompartmentNumber, reason: ServiceReason }),
  /** `returnToService` is the clerk's intent. */
  z.strictObject({ kind: z.literal("declareSensor"), compartmentNumber: CompartmentNumber, isFaulty: z.boolean() }),
  z.strictObject({ kind: z.literal("runTest"), test: DeviceTest }),
  /** What the person saw: a test page came out well, the scanner lit up. */
  z.strictObject({ kind: z.literal("confirmTest"), isGood: z.boolean() }),
  z.strictObject({ kind: z.literal("saveTrace") }),
  z.strictObject({ kind: z.literal("printReport") }),
  z.strictObject({ kind: z.literal("saveReport") }),
  /** Tamper and panic stay latched until somebody acknowledges them. */
  z.strictObject({ kind: z.literal("acknowledgeAlarm"), alarm: z.enum(["tamper", "panic"]) }),
  /** Opens every door in turn; needs a second person. */
  z.strictObject({ kind: z.literal("startEvacuation") }),
  z.strictObject({ kind: z.literal("leaveTechnicianMode") }),
  z.strictObject({ kind: z.literal("commission"), step: z.lazy(() => CommissioningStep) }),
] as const;

/** What the commissioning wizard is told. Nothing but `openChannel` moves a lock. */
export const CommissioningStep = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("begin") }),
  /** Looks for boards on these ports with read-only frames. */
  z.strictObject({ kind: z.literal("search"), ports: z.array(z.string().min(1).max(500)).min(1).max(8) }),
  /** Where the search cannot tell: the technician names what is printed on the board. */
  z.strictObject({
    kind: z.literal("addBoard"),
    port: z.string().min(1).max(500),
    family: z.enum(boardFamilies),
    baudRate: z.number().int().min(1_200).max(921_600),
    address: z.number().int().min(0).max(255),
    channels: z.number().int().min(1).max(64),
  }),
  z.strictObject({ kind: z.literal("removeBoard"), board: z.string().min(1).max(40) }),
  /** Says that every door is shut now: the base to which changes are compared. */
  z.strictObject({ kind: z.literal("confirmAllShut") }),
  /** One pulse. Before calibration: the door whose bit then changes teaches polarity and order. */
  z.strictObject({
    kind: z.literal("openChannel"),
    board: z.string().min(1).max(40),
    channel: z.number().int().min(1).max(64),
  }),
  /** Which door opened, and its size; absent number: no door opened on this channel. */
  z.strictObject({
    kind: z.literal("nameDoor"),
    board: z.string().min(1).max(40),
    channel: z.number().int().min(1).max(64),
    compartmentNumber: CompartmentNumber.optional(),
    /** 1-based column from the left. */
    column: z.number().int().min(1).max(24).optional(),
    heightMm: z.number().int().min(40).max(2000).optional(),
  }),
  /** No door hangs on the channels of this board that have no name yet: most boards have more channels than doors. */
  z.strictObject({ kind: z.literal("leaveRest"), board: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal("save") }),
  z.strictObject({ kind: z.literal("giveUp") }),
]);
export type CommissioningStep = z.infer<typeof CommissioningStep>;

/** A board that the wizard knows. */
export interface CommissionedBoard {
  readonly board: string;
  readonly port: string;
  readonly family: (typeof boardFamilies)[number];
  readonly baudRate: number;
  readonly address: number;
  readonly channels: number;
  /** `learning`: a door was opened and its bit has not come back yet. */
  readonly calibration: "none" | "learning" | "done" | "noChange" | "contradiction";
  readonly feedback?: "closing" | "opening" | undefined;
  readonly byteOrder?: "firstByteFirst" | "lastByteFirst" | undefined;
  readonly doors: readonly {
    readonly channel: number;
    /** What the sensor says; `unknown` until the board is calibrated. */
    readonly reading: DoorReading;
    readonly named?:
      | { readonly compartmentNumber: number; readonly column: number; readonly heightMm: number }
      | "unused"
      | undefined;
  }[];
}

/** What is wrong in the wizard; the page has the words. */
export type CommissioningProblem =
  | "portBusy"
  | "portFailed"
  | "nothingFound"
  | "doorsNotShut"
  | "nothingChanged"
  | "severalChanged"
  | "boardSilent"
  | "refusesPulse"
  | "twoAnswers"
  | "echo"
  | "numberTaken"
  | "notFinished"
  | "dossiersInside"
  | "saveFailed";

export interface CommissioningView {
  readonly phase: "ports" | "searching" | "boards" | "calibrating" | "naming" | "saved";
  /** Serial devices that are there now; those whose name stays with the device or its socket come first. */
  readonly ports: readonly { readonly path: string; readonly label: string; readonly isStable: boolean }[];
  /** 0 to 1 while searching. */
  readonly progress?: number | undefined;
  readonly boards: readonly CommissionedBoard[];
  /** The channel that was pulsed last. */
  readonly opened?: { readonly board: string; readonly channel: number } | undefined;
  readonly problem?: CommissioningProblem | undefined;
}

/** One frame of the live trace. */
export interface TraceLine {
  readonly wire: string;
  readonly direction: "sent" | "received" | "dropped";
  /** Hexadecimal bytes with blanks, capitals. */
  readonly hex: string;
  readonly meaning?: string | undefined;
  /** Wall time, milliseconds. */
  readonly atMs: number;
}

/** Live facts for the technician, sent at most four times a second and only inside technician mode. */
export interface TechnicianView {
  readonly devices: readonly DeviceReport[];
  readonly doors: readonly {
    readonly compartmentNumber: CompartmentNumber;
    readonly board: string;
    readonly channel: number;
    readonly reading: DoorReading;
    readonly contents: "empty" | "dossier" | "unchecked";
    readonly outOfService?: string | undefined;
    readonly isSensorFaulty: boolean;
  }[];
  readonly boards: readonly BoardHealth[];
  /** The newest frames, oldest first, at most 200. */
  readonly trace: readonly TraceLine[];
  readonly system: {
    readonly softwareVersion: string;
    readonly upMs: number;
    readonly memoryBytes: number;
    readonly diskFreeBytes: number;
    readonly databaseBytes: number;
    /** Events that the back office has not acknowledged, and the age of the oldest. */
    readonly queueLength: number;
    readonly queueAgeMs?: number | undefined;
    readonly isTimeTrusted: boolean;
    readonly network: "online" | "offline";
  };
  /** The newest result of each test. */
  readonly results: readonly TestResult[];
  readonly alarms: readonly { readonly alarm: "tamper" | "panic"; readonly sinceMs: number }[];
  /** File names of saved traces and reports, newest first. */
  readonly savedFiles: readonly string[];
  readonly commissioning?: CommissioningView | undefined;
}
