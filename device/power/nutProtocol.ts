import { failed, ok, type Result } from "#core/base/result.ts";

/*
 * The text protocol of Network UPS Tools (`docs/net-protocol.txt`, TCP 3493): one line each way, words in double quotes
 * where they hold spaces, `\"` and `\\` inside quotes.
 */

/** A line that a daemon sent. */
export type NutLine =
  | { readonly kind: "variable"; readonly ups: string; readonly name: string; readonly value: string }
  | { readonly kind: "ups"; readonly ups: string }
  | { readonly kind: "begin" | "end" }
  | { readonly kind: "ok" }
  /** `ERR DATA-STALE` and the like; the code is the second word. */
  | { readonly kind: "error"; readonly code: string }
  /** Anything else, also lines that a newer daemon may send. */
  | { readonly kind: "other" };

/** Longest line that is believed; the protocol's own limit for a line is below it. */
export const LONGEST_LINE = 1_024;

/** The meaning of one line without its line end. */
export function parseNutLine(line: string): NutLine {
  const [first, second, third, fourth] = splitWords(line) ?? [];
  if (first === "VAR" && second !== undefined && third !== undefined && fourth !== undefined)
    return { kind: "variable", ups: second, name: third, value: fourth };
  if (first === "UPS" && second !== undefined) return { kind: "ups", ups: second };
  if (first === "BEGIN" || first === "END") return { kind: first === "BEGIN" ? "begin" : "end" };
  if (first === "OK") return { kind: "ok" };
  if (first === "ERR" && second !== undefined) return { kind: "error", code: second };
  return { kind: "other" };
}

/** One command with its line end; words are quoted where they need it. */
export function nutCommand(...words: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${words.map(quoted).join(" ")}\n`);
}

/** Cuts what a daemon sends into lines. Fails for a line without an end, which no daemon sends. */
export class NutLineReader {
  #waiting = "";
  readonly #decoder = new TextDecoder("utf-8");

  push(bytes: Uint8Array): Result<readonly NutLine[], "tooLong"> {
    const lines = `${this.#waiting}${this.#decoder.decode(bytes, { stream: true })}`.split("\n");
    this.#waiting = lines.pop() ?? "";
    if (this.#waiting.length > LONGEST_LINE || lines.some(({ length }) => length > LONGEST_LINE))
      return failed("tooLong");
    return ok(lines.map((line) => parseNutLine(line.replace(/\r$/, ""))));
  }
}

/** Undefined where a quote is not closed. */
function splitWords(line: string): string[] | undefined {
  const words: string[] = [];
  const word = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?=\s|$)/y;
  const end = line.trimEnd();
  while (word.lastIndex < end.length) {
    const found = word.exec(end);
    if (found === null) return undefined;
    words.push(found[1]?.replace(/\\(.)/g, "$1") ?? found[2] ?? "");
  }
  return words;
}

function quoted(word: string): string {
  return /^[\w.@:-]+$/.test(word) ? word : `"${word.replace(/[\\"]/g, "\\$&").replace(/[\r\n]/g, " ")}"`;
}
