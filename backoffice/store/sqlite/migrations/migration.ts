/** One step of the schema: its number and the SQL that makes it. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}
