import { register } from "./0001-register.ts";

/** One step of the schema: its number and the SQL that makes it. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** All steps; numbered 1, 2, 3 … A step that was released is never changed. */
export const migrations: readonly Migration[] = [register];
