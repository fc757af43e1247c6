import { type CardProblem, type CitizenCard, parseCitizenCard } from "./citizenCard.ts";
import { citizenNumberFacts } from "./citizenNumber.ts";
import { parseDropTicketNumber } from "./dropTicket.ts";

/** What somebody held before the scanner or the camera. Each kind has its own helpful sentence on the screen. */
export type ScannedCode =
  | { readonly kind: "citizenCard"; readonly card: CitizenCard }
  /** Laid out like a citizen card, but its fields contradict each other or are damaged. */
  | { readonly kind: "faultyCitizenCard"; readonly problem: CardProblem }
  /** Shaped like our receipt's token; whether it is genuine shows only its signature. */
  | { readonly kind: "receiptToken"; readonly token: string }
  /** Begins like our receipt's token, but is cut short or damaged. */
  | { readonly kind: "damagedReceipt" }
  | { readonly kind: "bagLabel"; readonly label: string }
  | { readonly kind: "staffCard"; readonly code: string }
  | { readonly kind: "dossierCode"; readonly code: string }
  | { readonly kind: "dropTicketNumber"; readonly number: string }
  | { readonly kind: "healthCard" }
  | { readonly kind: "oldNationalCovid" }
  /** The twelve digits alone: the bar code of a citizen card without a chip, which has no QR. */
  | { readonly kind: "citizenNumberOnly" }
  /** The number and the name lines in ICAO's writing, from the back of a card or out of a passport. */
  | { readonly kind: "machineReadableZone" }
  /** A code out of the national identity app. */
  | { readonly kind: "vneid" }
  | { readonly kind: "bankQr" }
  | { readonly kind: "webAddress" }
  | { readonly kind: "tooLong"; readonly lengthCharacters: number }
  | { readonly kind: "noise" }
  | { readonly kind: "unknown" };

/** Nothing that the kiosk takes is longer; a citizen card has about 250 characters. */
const MAX_CHARACTERS = 1000;

/** Says what a scanned text is. Takes any text, never throws, and keeps nothing of what it does not know. */
export function classifyScan(text: string): ScannedCode {
  if (text.length > MAX_CHARACTERS) return { kind: "tooLong", lengthCharacters: text.length };
  const clean = text.normalize("NFC").trim();
  if (isNoise(clean)) return { kind: "noise" };
  return ownCode(clean) ?? foreignCode(clean) ?? citizenCard(clean) ?? officialCode(clean) ?? { kind: "unknown" };
}

/** Empty, control characters other than line ends, half surrogates or the mark of broken text. */
function isNoise(text: string): boolean {
  return text === "" || !text.isWellFormed() || /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/u.test(text.replace(/[\t\r\n]/g, ""));
}

/** Codes that this product prints. Scanners in keyboard mode may fold the case. */
function ownCode(text: string): ScannedCode | undefined {
  const upper = text.toUpperCase();
  if (/^HS1[A-Z2-7]{132}$/.test(upper)) return { kind: "receiptToken", token: upper };
  if (/^HS1[A-Z2-7]{20,}/.test(upper)) return { kind: "damagedReceipt" };
  if (/^NV1\.[A-Z2-7]{8,200}$/.test(upper)) return { kind: "staffCard", code: upper };
  if (/^TUI-[0-9A-Z-]{4,16}$/.test(upper)) return { kind: "bagLabel", label: upper };
  const ticket = parseDropTicketNumber(text);
  return ticket.ok ? { kind: "dropTicketNumber", number: ticket.value } : undefined;
}

/** Codes that people take for the right one. */
function foreignCode(text: string): ScannedCode | undefined {
  if (isVneid(text)) return { kind: "vneid" };
  if (/^(https?:\/\/|www\.)/i.test(text)) return { kind: "webAddress" };
  if (/^\d{12}$/.test(text) && citizenNumberFacts(text).ok) return { kind: "citizenNumberOnly" };
  // Documents of type I (cards) and P (passports), ICAO 9303: three lines of 30 or two of 44 characters.
  if (/^(?:I[A-Z<]|P[A-Z<])VNM[A-Z0-9<\s]{60,100}$/.test(text)) return { kind: "machineReadableZone" };
  // EMVCo merchant code: payload format indicator 00, length 02, value 01.
  if (text.startsWith("000201")) return { kind: "bankQr" };
  if (isHealthCard(text)) return { kind: "healthCard" };
  if (/^(sogiayto|\d{9,12})\s+-\s+\p{L}[^|]*?\s+-\s+/iu.test(text)) return { kind: "oldNationalCovid" };
  return undefined;
}

/** The app's codes have no published layout: known are its web address and its name in front. */
function isVneid(text: string): boolean {
  return /^(?:https?:\/\/)?(?:[\w-]+\.)*vneid\.(?:gov\.)?vn(?:[/?#:]|$)/i.test(text) || /^vneid\b/i.test(text);
}

/** Health-insurance cards separate eight or more fields by "|" and write the name as hexadecimal UTF-8. */
function isHealthCard(text: string): boolean {
  const [number = "", name = "", ...rest] = text.split("|");
  return (
    rest.length >= 6 && /^[A-Z0-9]{10,15}$/i.test(number) && /^(?:[0-9A-F]{2}){4,}$/i.test(name) && !isOldNumber(name)
  );
}

/** The second field of a citizen card, nine or twelve digits, would pass for hexadecimal too. */
function isOldNumber(text: string): boolean {
  return /^(\d{9}|\d{12})$/.test(text);
}

function citizenCard(text: string): ScannedCode | undefined {
  const parsed = parseCitizenCard(text);
  if (parsed.ok) return { kind: "citizenCard", card: parsed.value };
  return parsed.error.kind === "notACard" ? undefined : { kind: "faultyCitizenCard", problem: parsed.error };
}

/**
 * The official dossier code (Circular 01/2018 article 19), alone or among the other fields of the QR on an official
 * paper (Circular 01/2023), whose separator is not laid down.
 */
function officialCode(text: string): ScannedCode | undefined {
  const match = /(?<![\w.-])(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,4}){0,2}-\d{6}-\d{4,5}(?![\w-])/u.exec(text);
  return match ? { kind: "dossierCode", code: match[0] } : undefined;
}
