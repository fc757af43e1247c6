/** What `npm test -- …` was asked for. */
export type TestOptions = {
  /** Minutes that seeded and long tests may take together; undefined for the ordinary run. */
  readonly fullMinutes: number | undefined;
  /** Everything else, passed to the test runner: words that file names must contain, or its flags. */
  readonly filters: readonly string[];
};

/** Reads `--full`, `--minutes N` and the rest; throws a sentence about a wrong number. */
export function parseTestOptions(args: readonly string[]): TestOptions {
  const filters = [...args];
  const full = filters.indexOf("--full");
  if (full === -1) return { fullMinutes: undefined, filters };
  filters.splice(full, 1);
  const minutes = filters.indexOf("--minutes");
  const [, text = "20"] = minutes === -1 ? [] : filters.splice(minutes, 2);
  const fullMinutes = Number(text);
  if (!(fullMinutes > 0)) throw new Error(`--minutes must be a number above 0; it is "${text}".`);
  return { fullMinutes, filters };
}
