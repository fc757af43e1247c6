/**
 * A line by which a program tells whoever started it where it is reached:
 * `address NAME URL` for a further page (any number, before `ready`), then `ready URL` once it serves.
 */
export type ProgramLine =
  | { readonly kind: "ready"; readonly url: string }
  | { readonly kind: "address"; readonly name: string; readonly url: string };

/** The announcement in a line of output, or undefined for any other line (logs). */
export function parseProgramLine(line: string): ProgramLine | undefined {
  const words = line.trim().split(" ");
  if (words[0] === "ready" && words.length === 2 && isUrl(words[1])) return { kind: "ready", url: words[1] };
  if (words[0] === "address" && words.length === 3 && words[1] && isUrl(words[2])) {
    return { kind: "address", name: words[1], url: words[2] };
  }
  return undefined;
}

function isUrl(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\//.test(text) && URL.canParse(text);
}
