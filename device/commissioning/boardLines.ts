import type { Clock } from "#core/interfaces/clock.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { BoardLine } from "./boardLine.ts";

export interface BoardLinesOptions {
  readonly transportAt: (path: string, baudRate: number) => TransportFactory;
  readonly clock: Clock;
}

/** The wires that commissioning holds open, one a port. */
export class BoardLines {
  readonly #options: BoardLinesOptions;
  readonly #lines = new Map<string, { readonly line: BoardLine; readonly baudRate: number }>();

  constructor(options: BoardLinesOptions) {
    this.#options = options;
  }

  /** The wire, opened where it is not; undefined where it cannot be. Another speed closes it and opens it anew. */
  async at(path: string, baudRate: number): Promise<BoardLine | undefined> {
    const held = this.#lines.get(path);
    if (held !== undefined && !held.line.isLost && held.baudRate === baudRate) return held.line;
    await this.close(path);
    const opened = await BoardLine.open(this.#options.transportAt(path, baudRate)(), this.#options.clock);
    if (!opened.ok) return undefined;
    this.#lines.set(path, { line: opened.value, baudRate });
    return opened.value;
  }

  async close(path: string): Promise<void> {
    const held = this.#lines.get(path);
    this.#lines.delete(path);
    await held?.line.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#lines.keys()].map((path) => this.close(path)));
  }
}
