import { crc32 } from "node:zlib";
import type { Entity } from "#core/register/records.ts";

/** A row of one of the register's tables. */
export interface TalliedRow {
  readonly entity: Entity;
  readonly key: string;
  readonly body: string;
}

/**
 * A sum over all rows of the register's tables, kept beside them: SQLite cannot see a changed bit in a row or a row that
 * is gone, and intake must not rely on a table that says "empty" where the log says otherwise.
 */
export class RegisterTally {
  readonly #parts = new Map<string, number>();
  #sum = 0;

  /** The sum once these rows stand; nothing changes before `keep` is called. No row may be named twice. */
  with(rows: readonly TalliedRow[]): { readonly value: string; readonly keep: () => void } {
    let sum = this.#sum;
    let size = this.#parts.size;
    const parts = rows.map(({ entity, key, body }) => {
      const name = `${entity} ${key}`;
      return { name, part: crc32(`${name} ${body}`) };
    });
    for (const { name, part } of parts) {
      const before = this.#parts.get(name);
      sum += part - (before ?? 0);
      if (before === undefined) size += 1;
    }
    const keep = (): void => {
      this.#sum = sum;
      for (const { name, part } of parts) this.#parts.set(name, part);
    };
    return { value: `${size}:${sum}`, keep };
  }
}
