import type { Clock } from "#core/interfaces/clock.ts";
import { attendedTimer } from "../transport/attendedTimer.ts";
import type { Link } from "../transport/link.ts";
import { type NutLine, NutLineReader, nutCommand } from "./nutProtocol.ts";

/** Longest wait for an answer; a daemon answers from its memory, milliseconds. */
const ANSWER_TIMEOUT_MS = 3_000;

/**
 * Questions to `upsd`, one in flight. An answer that stays out, and a line that no daemon sends, end the connection: what
 * came afterwards could not be told from late answers.
 */
export class NutRequests {
  readonly #link: Link;
  readonly #clock: Clock;
  #reader = new NutLineReader();
  #take: ((line: NutLine) => void) | undefined;
  #giveUp = (): void => {};

  constructor(link: Link, clock: Clock) {
    this.#link = link;
    this.#clock = clock;
  }

  receive(bytes: Uint8Array): void {
    const lines = this.#reader.push(bytes);
    if (!lines.ok) return this.#link.suspect("the power daemon sent a line without an end");
    for (const line of lines.value) {
      if (line.kind === "variable" || line.kind === "ups" || line.kind === "ok") this.#link.proveAlive();
      this.#take?.(line);
    }
  }

  /** The connection ended. */
  closed(): void {
    this.#reader = new NutLineReader();
    this.#giveUp();
  }

  /** `USERNAME x` and the like; what the daemon thinks of it shows in what it answers to questions. */
  async order(...words: readonly string[]): Promise<void> {
    await this.#ask(words, (line) => (line.kind === "ok" || line.kind === "error" ? { value: undefined } : undefined));
  }

  /** `GET VAR`; undefined where the daemon has no such variable, no such UPS or no fresh data. */
  variable(upsName: string, name: string): Promise<string | undefined> {
    return this.#ask(["GET", "VAR", upsName, name], (line) => {
      if (line.kind === "error") return { value: undefined };
      return line.kind === "variable" && line.ups === upsName && line.name === name ? { value: line.value } : undefined;
    });
  }

  /** `LIST UPS`: the first one; undefined where there is none. */
  firstUps(): Promise<string | undefined> {
    let first: string | undefined;
    return this.#ask(["LIST", "UPS"], (line) => {
      if (line.kind === "ups") first ??= line.ups;
      return line.kind === "end" || line.kind === "error" ? { value: first } : undefined;
    });
  }

  /** Hands each line to `read` until it returns a value. Undefined also when nothing came in time. */
  #ask(
    words: readonly string[],
    read: (line: NutLine) => { readonly value: string | undefined } | undefined,
  ): Promise<string | undefined> {
    return new Promise((resolve) => {
      const settle = (value: string | undefined): void => {
        if (this.#take !== take) return;
        this.#take = undefined;
        cancel();
        resolve(value);
      };
      const take = (line: NutLine): void => {
        const found = read(line);
        if (found !== undefined) settle(found.value);
      };
      const cancel = attendedTimer(this.#clock, ANSWER_TIMEOUT_MS, () => {
        settle(undefined);
        this.#link.suspect("the power daemon does not answer");
      });
      this.#take = take;
      this.#giveUp = () => settle(undefined);
      void this.#link.write(nutCommand(...words)).then((written) => {
        if (written !== "sent") settle(undefined);
      });
    });
  }
}
