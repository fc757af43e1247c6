import type { EventType, KioskEvent } from "../events/event.ts";
import type { RegisterLayer } from "./register.ts";

export type EventOf<T extends EventType> = Extract<KioskEvent, { readonly type: T }>;

/** What each event type changes; types without an entry change nothing here. */
export type Reducers = { readonly [T in EventType]?: (register: RegisterLayer, event: EventOf<T>) => void };

/** Runs the reducer of the event's type, if there is one. */
export function reduceWith(reducers: Reducers, register: RegisterLayer, event: KioskEvent): void {
  // The table ties each reducer to its type; the compiler cannot follow the lookup by the event's own type.
  const reducer = reducers[event.type] as ((register: RegisterLayer, event: KioskEvent) => void) | undefined;
  reducer?.(register, event);
}
