import { createHash } from "node:crypto";
import type { ProcedureView } from "#core/contract/channel.ts";
import type { Id } from "#core/domain/ids.ts";
import type { DepositTimes } from "#core/events/eventParts.ts";
import type { KnownPerson, StaffMember, Timing } from "#flow/world.ts";

/** An id that is the same for the same words. */
export function idOf(words: string): Id {
  return createHash("sha256").update(words).digest("hex").slice(0, 32);
}

const text = (words: string) => ({ vi: words, en: words, zh: words });
const paper = (paperId: string, originals: number, photocopies: number) => ({
  paperId,
  name: text(paperId),
  suggested: { originals, certified: 0, photocopies },
});

/** Three procedures: two that suit intake, one that does not. */
export const catalogue: readonly ProcedureView[] = [
  {
    procedureId: "birth",
    name: text("Khai sinh"),
    field: text("Hộ tịch"),
    papers: [paper("form", 1, 0), paper("proof", 0, 2)],
    isOffered: true,
  },
  {
    procedureId: "business",
    name: text("Hộ kinh doanh"),
    field: text("Kinh doanh"),
    papers: [paper("form", 0, 0)],
    isOffered: true,
  },
  {
    procedureId: "marriage",
    name: text("Kết hôn"),
    field: text("Hộ tịch"),
    papers: [],
    isOffered: false,
    whereToGo: text("Quầy 3"),
  },
];

export const timing: Timing = {
  patienceMs: 60_000,
  doorPatienceMs: 120_000,
  clerkPatienceMs: 300_000,
  farewellMs: 8_000,
  warningMs: 30_000,
  unlockUseByMs: 5_000,
  clientsMs: 5_000,
};

/** Births are due before businesses, whenever they came in. */
export function sampleTimes(procedureId: string, droppedAtMs: number): DepositTimes {
  return {
    droppedAtMs,
    countsAsReceivedAtMs: droppedAtMs + 3_600_000,
    receivedRule: { kind: "withinHours" },
    dueDate: procedureId === "birth" ? "2026-11-18" : "2026-11-25",
    dueRule: { kind: "workingDays", days: 3, restDays: [] },
  };
}

export const CLERK_CARD = "NV1.CLERKCLERK";
export const TECHNICIAN_CARD = "NV1.TECHNICIAN";
export const clerk: StaffMember = { staffId: "CB-12", name: "Trần Thị Cán Bộ", role: "clerk" };
export const technician: StaffMember = { staffId: "KT-03", name: "Lê Văn Thợ", role: "technician" };

export const CITIZEN_NAME = "Nguyễn Văn Mẫu";
export const CITIZEN_NUMBER = "079085000011";
export const CITIZEN_CARD = `${CITIZEN_NUMBER}|020000011|${CITIZEN_NAME}|02091985|Nam|12 Đường Số 0, Quận 6|10042021`;
export const CITIZEN_PHONE = "0912345678";

/** A receipt token that looks right and was never signed. */
export const FORGED_TOKEN = `HS1${"A".repeat(132)}`;

/** A token in the receipt's alphabet; its hash stands for the signature check. */
export function sampleToken(entropy: Id): { readonly text: string; readonly hash: string } {
  const letters = [...entropy.toUpperCase()].map((digit) => (/[0189]/.test(digit) ? "Z" : digit)).join("");
  const unique = [...createHash("sha256").update(entropy).digest()].map(
    (byte) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[byte % 32],
  );
  const text = `HS1${(letters + unique.join("")).repeat(3).slice(0, 132)}`;
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}

/** Reads a personal part as it was given. */
export function readPerson(text: string | undefined): KnownPerson | undefined {
  // Written by the same test from a draft's personal part, which the catalogue checked.
  return text === undefined ? undefined : (JSON.parse(text) as KnownPerson);
}
