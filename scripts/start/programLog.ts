import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const MOST_BYTES = 10_000_000;
const MOST_RECENT = 10;

/** The output of one program: all of it in a file, the newest lines at hand for a message. */
export type ProgramLog = {
  readonly path: string;
  add(line: string): void;
  /** The newest lines, at most 10. */
  recent(): readonly string[];
};

/** Opens `<folder>/<name>.log` for appending; a file above 10 MB becomes `.1`, replacing the one before. */
export function openProgramLog(folder: string, name: string): ProgramLog {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  let bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const recent: string[] = [];
  return {
    path,
    recent: () => recent,
    add: (line) => {
      recent.push(line);
      if (recent.length > MOST_RECENT) recent.shift();
      if (bytes > MOST_BYTES) {
        renameSync(path, `${path}.1`);
        bytes = 0;
      }
      appendFileSync(path, `${line}\n`);
      bytes += line.length + 1;
    },
  };
}
