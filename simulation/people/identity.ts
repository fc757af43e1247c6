import type { Bag } from "../contract/place.ts";
import type { Chance } from "../contract/plan.ts";

/** What a citizen brings along: who they are and how they can be reached. */
export interface Identity {
  /** As on the card: letters only. */
  readonly name: string;
  readonly number: string;
  /** What the QR of the card says. */
  readonly card: string;
  readonly phone: string;
}

const DIGIT_WORDS = ["Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín"];

/** A person's name as a card or a clerk writes it: a number in it is spelled, for names have no digits. */
export function nameOnCard(person: string): string {
  const spelled = person.replace(/\d/g, (digit) => ` ${DIGIT_WORDS[Number(digit)] ?? ""} `);
  return `Nguyễn ${spelled.replace(/[^\p{L}\p{M}]+/gu, " ").trim()}`;
}

/** Somebody who may live in this town. */
export function drawIdentity(chance: Chance, person: string): Identity {
  const isMan = chance.isLikely(0.5);
  const year = chance.between(1950, 1999);
  const number = `079${isMan ? 0 : 1}${String(year).slice(2)}${String(chance.between(0, 999_999)).padStart(6, "0")}`;
  const birth = `${twoDigits(chance.between(1, 28))}${twoDigits(chance.between(1, 12))}${year}`;
  const name = nameOnCard(person);
  const card = [number, "", name, birth, isMan ? "Nam" : "Nữ", "12 Đường Số 0, Phường Mẫu", "10042021"].join("|");
  const phone = `09${String(chance.between(0, 99_999_999)).padStart(8, "0")}`;
  return { name, number, card, phone };
}

/** The label on a bag, as its code says it. */
export function labelOf({ bagId }: Bag): string {
  return `TUI-${bagId.replace(/\D/g, "").padStart(6, "0")}`;
}

/** Four digits, any. */
export function drawDigits(chance: Chance): string {
  return String(chance.between(0, 9999)).padStart(4, "0");
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
