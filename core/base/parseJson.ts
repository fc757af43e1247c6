/** The value that a JSON text says, or undefined for a text that is none: a schema refuses that next. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
