import { z } from "zod";
import type { DueRule } from "../domain/dueDate.ts";
import type { ReceptionRule } from "../domain/reception.ts";

/** Why a compartment is opened (invariant I3). */
export const OpenReason = z.enum([
  "deposit",
  "collection",
  "emptying",
  "inspection",
  "loading",
  "maintenance",
  "evacuation",
]);
export type OpenReason = z.infer<typeof OpenReason>;

/** What staff must settle. */
export const CaseKind = z.enum([
  "doorJammed",
  "boardSilent",
  "outcomeUnknown",
  "doorForced",
  "doorLeftOpen",
  "depositUnfinished",
  "trouble",
  "discrepancy",
  "dossierNotFound",
  "unexpectedContents",
  "printFailed",
  "collectionUnverified",
  "sensorFaulty",
  "evacuated",
  "tamper",
  "panic",
  "restored",
  "storeDamaged",
]);
export type CaseKind = z.infer<typeof CaseKind>;

/** Why a technician takes a compartment out of service. */
export const ServiceReason = z.enum(["lockFaulty", "sensorFaulty", "doorDamaged", "dirty", "cabling", "other"]);
export type ServiceReason = z.infer<typeof ServiceReason>;

/** True for a reason that a technician gave; false for one that the machine found. */
export function isServiceReason(reason: OutOfServiceReason): reason is Exclude<ServiceReason, CaseKind> {
  return ServiceReason.safeParse(reason).success && !CaseKind.safeParse(reason).success;
}

/** Why a compartment is out of service: what went wrong, or what a technician said. */
export const OutOfServiceReason = z.union([CaseKind, ServiceReason]);
export type OutOfServiceReason = z.infer<typeof OutOfServiceReason>;

/** Tamper and panic contacts. */
export const Alarm = z.enum(["tamper", "panic"]);
export type Alarm = z.infer<typeof Alarm>;

/** How far the wall clock may be believed; only `confirmed` time lets anything expire or be destroyed. */
export const TimeTrust = z.enum(["confirmed", "plausible", "untrusted"]);
export type TimeTrust = z.infer<typeof TimeTrust>;

/**
 * What is wrong with the store.
 * - `historyDamaged`: old events cannot be read or do not chain; newest event and register are whole
 * - `registerDamaged`: the projections were not what the log says, and were made anew from it
 * - `diskFull`: only the reserve is left
 */
export const StoreDamage = z.enum(["historyDamaged", "registerDamaged", "diskFull"]);
export type StoreDamage = z.infer<typeof StoreDamage>;

/** A device test as the log has it: `core/contract/technician.ts` says which there are. */
export const TestedDevice = z.strictObject({
  kind: z.string().min(1).max(20),
  /** Name of the board or scanner, where there are several. */
  name: z.string().max(40).optional(),
});
export type TestedDevice = z.infer<typeof TestedDevice>;

const Rule = <R extends { readonly kind: string }>() =>
  z.custom<R>(
    (value) => typeof value === "object" && value !== null && "kind" in value,
    "must be a rule with its kind",
  );

/** The rule behind the two clocks of a deposit, kept with it: a dossier keeps the rules of its day. */
export const DepositTimes = z.strictObject({
  /** Absent where the machine's time was not trusted: then nothing is dated, and staff do it by the ticket. */
  droppedAtMs: z.number().int().optional(),
  /** First working moment at or after the drop; absent where the calendar has no data for the day. */
  countsAsReceivedAtMs: z.number().int().optional(),
  receivedRule: Rule<ReceptionRule>().optional(),
  /** Provisional due day `YYYY-MM-DD`; absent where the catalogue states no period or the calendar has no data. */
  dueDate: z.iso.date().optional(),
  dueRule: Rule<DueRule>().optional(),
});
export type DepositTimes = z.infer<typeof DepositTimes>;

/** Personal fields of a depositor; sealed under the dossier's own key before they reach the log. */
export const DepositorData = z.strictObject({
  name: z.string().max(120),
  idNumber: z.string().max(20),
  /** Normalised phone number; absent where the person chose four digits. */
  phone: z.string().max(20).optional(),
  /** Last four digits of the phone number, or the four digits chosen. */
  secondValue: z.string().regex(/^\d{4}$/),
  /** The receipt's token, kept so that the receipt can be printed again. */
  receiptToken: z.string().max(200).optional(),
});
export type DepositorData = z.infer<typeof DepositorData>;

/** What a message to a citizen needs; sealed under the dossier's key. */
export const MessageData = z.strictObject({
  phone: z.string().max(20),
  /** Plain pickup code, 8 digits; opened only by the message sender. */
  pickupCode: z.string().regex(/^\d{8}$/),
});
export type MessageData = z.infer<typeof MessageData>;

/** What is known of the person behind a dossier that was handed in at the counter. */
export const AnnouncedData = z.strictObject({
  name: z.string().max(120).optional(),
  phone: z.string().max(20).optional(),
  secondValue: z.string().regex(/^\d{4}$/),
});
export type AnnouncedData = z.infer<typeof AnnouncedData>;

/** A slow hash (scrypt) of a pickup code; parameters in `controller/credentials`. */
export const PickupCredential = z.strictObject({
  /** The code's first three digits: finds the one credential to check. */
  selector: z.string().regex(/^\d{3}$/),
  salt: z.base64(),
  hash: z.base64(),
});
export type PickupCredential = z.infer<typeof PickupCredential>;
