import type { KioskEvent } from "#core/events/event.ts";

/** Reads a log from its beginning; says what is wrong with an event, given all before it. */
export interface Checker {
  readonly name: string;
  take(event: KioskEvent): string | undefined;
}
