import { z } from "zod";
import { Cabinet } from "#core/domain/cabinet.ts";
import { KioskNumber, StaffId } from "#core/domain/ids.ts";
import { LocalizedText } from "#core/domain/localizedText.ts";
import { BackupSettings } from "./backupSettings.ts";
import { checkWiring } from "./checkWiring.ts";
import { checkDeskMachine, DeskMachine } from "./deskMachine.ts";
import { PowerSettings } from "./powerSettings.ts";
import { PrinterSettings } from "./printerSettings.ts";
import { SafetySettings } from "./safetySettings.ts";
import { ScannerList } from "./scannerSettings.ts";
import { WireSettings } from "./wires.ts";

const filePath = z.string().min(1).max(500);
const seconds = (least: number, most: number) =>
  z
    .number()
    .int()
    .min(least * 1_000)
    .max(most * 1_000);

/** Who the kiosk stands for, as screens and papers say it. */
const Office = z.strictObject({
  name: LocalizedText,
  shortName: z.string().min(1).max(60),
  hotline: z.string().min(1).max(40),
  address: LocalizedText,
  /** IANA name, such as Asia/Ho_Chi_Minh. */
  timeZone: z.string().refine(isTimeZone, { error: 'must be an IANA time zone such as "Asia/Ho_Chi_Minh"' }),
});

/** How long steps wait, milliseconds; see `flow/world.ts`. */
const Timing = z.strictObject({
  /** A step without an action of the person. */
  patienceMs: seconds(20, 600).default(60_000),
  /** A door that stands open. */
  doorPatienceMs: seconds(20, 1_800).default(120_000),
  /** A clerk's step. */
  clerkPatienceMs: seconds(30, 3_600).default(300_000),
  /** A screen that only says goodbye. */
  farewellMs: seconds(3, 60).default(8_000),
  /** From the warning to the end; WCAG 2.2.1 asks for 20 seconds at least. */
  warningMs: seconds(20, 120).default(30_000),
  /** An unlock may not leave later than this after it was requested. */
  unlockUseByMs: seconds(1, 60).default(5_000),
  /** In which the program's clients step aside for a technician. */
  clientsMs: seconds(1, 60).default(5_000),
});

/** Everything that makes one kiosk different from another: `kiosk.json`. Relative paths start at the file's folder. */
export const KioskConfig = z
  .strictObject({
    $schema: z.string().optional(),
    kioskNumber: KioskNumber,
    /** Log and keys; made if it does not exist. */
    dataDir: filePath,
    /** Secret keys; a folder of their own, kept out of the log's backups. Without it: `keys` inside `dataDir`. */
    keysDir: filePath.optional(),
    keys: z
      .strictObject({
        /**
         * Who keeps the master key, decided at the first start: `credentialStore` is the operating system's, `file` one
         * that only the kiosk's user may read, `auto` the store where there is one.
         */
        masterKey: z.enum(["auto", "file", "credentialStore"]).default("auto"),
      })
      .prefault({}),
    /** Days after a dossier left the kiosk until its personal data are destroyed. */
    retentionDays: z.number().int().min(1).max(3_650).default(30),
    /** Room in `dataDir` that is kept for the time when the disk is full, bytes; 0 keeps none. */
    diskReserveBytes: z.number().int().min(0).max(1_073_741_824).default(33_554_432),
    office: Office,
    /** The screen's picture area, millimetres. */
    screen: z.strictObject({
      widthMm: z.number().min(50).max(1_500),
      heightMm: z.number().min(50).max(1_500),
    }),
    /** Doors and wires written by hand, both or neither. Without them commissioning writes both to `hardwareFile`. */
    cabinet: Cabinet.optional(),
    wires: z.array(WireSettings).min(1).max(8).optional(),
    /** What commissioning found; `hardware.json` inside `dataDir` by default. Not read where `wires` stand here. */
    hardwareFile: filePath.optional(),
    backup: BackupSettings.prefault({}),
    printer: PrinterSettings,
    power: PowerSettings.optional(),
    safety: SafetySettings.optional(),
    scanners: ScannerList.default([]),
    catalogueFile: filePath,
    calendarFile: filePath,
    staffFile: filePath,
    /** Without it the kiosk works alone. */
    backOffice: z
      .strictObject({
        url: z.url({ protocol: /^https?$/, error: "must be an address that begins with https:// or http://" }),
        /** One-time code that staff read off the back office; no longer needed once the kiosk is enrolled. */
        enrolmentCode: z.string().min(8).max(64).optional(),
      })
      .optional(),
    /** The local channel; always on the loopback interface. 0 takes any free port. */
    listen: z.strictObject({ port: z.number().int().min(0).max(65_535) }).default({ port: 7_310 }),
    /** Who saw that every compartment was empty when the kiosk was set up. Without it staff inspect each one first. */
    commissioning: z.strictObject({ seenEmptyBy: StaffId }).optional(),
    notices: z
      .array(z.strictObject({ title: LocalizedText, body: LocalizedText }))
      .max(20)
      .default([]),
    /** Version of the words that the depositor agrees to. */
    consentVersion: z.string().min(1).max(40),
    timing: Timing.prefault({}),
    /** For a simulated cabinet only. */
    desk: z
      .strictObject({
        /** Samples that lie on the desk page. */
        cardsFile: filePath,
        /** Simulated doors and boards that stand there and that the kiosk does not know: commissioning finds them. */
        machine: DeskMachine.optional(),
      })
      .optional(),
  })
  .superRefine(checkWiring)
  .superRefine(checkDeskMachine);
export type KioskConfig = z.infer<typeof KioskConfig>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
