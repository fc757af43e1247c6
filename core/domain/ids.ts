import { z } from "zod";

/** 128 random bits as 32 lower-case hexadecimal digits: visits, requests, dossiers, print jobs, exchanges, messages. */
export const Id = z.string().regex(/^[0-9a-f]{32}$/, "must be 32 lower-case hexadecimal digits");
export type Id = z.infer<typeof Id>;

/** Number of a kiosk within its fleet, 1 to 9999; the first four digits of each of its drop tickets. */
export const KioskNumber = z.number().int().min(1).max(9999);
export type KioskNumber = z.infer<typeof KioskNumber>;

/** Staff number as the office gives it: 1 to 20 letters, digits or hyphens. */
export const StaffId = z.string().regex(/^[A-Za-z0-9-]{1,20}$/, "must be 1 to 20 letters, digits or hyphens");
export type StaffId = z.infer<typeof StaffId>;

/** Number of a case at one kiosk, printed as "SC 0093". Consecutive, starting at 1. */
export const CaseNumber = z.number().int().min(1).max(999_999);
export type CaseNumber = z.infer<typeof CaseNumber>;

/** The case number as people read it. */
export function formatCaseNumber(caseNumber: CaseNumber): string {
  return `SC ${String(caseNumber).padStart(4, "0")}`;
}
