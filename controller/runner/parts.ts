import type { Setup } from "#core/contract/channel.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { PickupCredential } from "#core/events/eventParts.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { EventLog } from "#core/interfaces/eventLog.ts";
import type { LockAddress, LockBoards } from "#core/interfaces/lockBoard.ts";
import type { PowerSupply, SafetyInputs } from "#core/interfaces/power.ts";
import type { Printer, Raster } from "#core/interfaces/printer.ts";
import type { Register } from "#core/register/register.ts";
import type { PrintedPaper } from "#flow/effect.ts";
import type { InputOf } from "#flow/input.ts";
import type { World } from "#flow/world.ts";
import type { TechnicianWorks } from "../technician/works.ts";

/** Checks and makes what people present. */
export interface Credentials {
  tokenHashOf: World["tokenHashOf"];
  mintToken: World["mintToken"];
  staffByCard: World["staffByCard"];
  staffById: World["staffById"];
  isSecondValue: World["isSecondValue"];
  personOf: World["personOf"];
  /** Compares a typed code with a stored slow hash; without one it takes as long and says no. */
  isPickupCode(code: string, credential: PickupCredential | undefined): Promise<boolean>;
  /** True where PIN and card belong to the same person. */
  isPin(cardText: string, pin: string): Promise<boolean>;
  /** A fresh code whose selector is none of the taken ones. */
  makePickupCode(
    takenSelectors: ReadonlySet<string>,
  ): Promise<{ readonly code: string; readonly credential: PickupCredential }>;
}

/** Draws papers. */
export interface PaperMaker {
  /** Throws when the paper cannot be drawn (a missing glyph, a dossier whose key is gone). */
  draw(printJobId: Id, paper: PrintedPaper, register: Register): Raster;
}

/** A structured log line without personal data. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Everything that the runner works with; the composition root puts it together. */
export interface RunnerParts {
  readonly log: EventLog;
  readonly boards: LockBoards;
  readonly printer: Printer;
  readonly clock: Clock;
  readonly credentials: Credentials;
  readonly papers: PaperMaker;
  readonly logger: Logger;
  readonly technician: TechnicianWorks;
  /** Absent where the machine has no UPS. */
  readonly power?: PowerSupply | undefined;
  /** Absent where neither tamper nor panic contact is connected. */
  readonly safety?: SafetyInputs | undefined;
  readonly setup: Setup;
  readonly timing: World["timing"];
  readonly softwareVersion: string;
  readonly locks: ReadonlyMap<CompartmentNumber, LockAddress>;
  /** Doors as configured; commissioned at start where the log does not know them so. */
  readonly compartments: readonly {
    readonly compartmentNumber: CompartmentNumber;
    readonly board: string;
    readonly channel: number;
    readonly heightMm: number;
    readonly isWithinSeatedReach: boolean;
  }[];
  /** Who saw the new compartments empty when the cabinet was commissioned; absent: a clerk looks into each first. */
  readonly seenEmptyBy?: string | undefined;
  readonly timesOf: World["timesOf"];
  /** When the counter opens next, or undefined while it is open or not known. */
  counterOpensAtMs(nowMs: number): number | undefined;
  /** 32 lower-case hexadecimal digits from a cryptographic source. */
  randomId(): Id;
  isWallTimeTrusted(): boolean;
  /** A step of the wall clock, or another trust in it, since the last call. */
  takeClockNews(): Omit<InputOf<"clockJudged">, "kind"> | undefined;
}
