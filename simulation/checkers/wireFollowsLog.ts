import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { Observation, RunChecker } from "../contract/observation.ts";

/** Time from the bus's last look at the clock until the frame's last byte is on the wire, milliseconds. */
const ON_THE_WIRE_MS = 50;

interface Asked {
  readonly requestId: Id;
  /** Until when its pulse may leave, virtual milliseconds. */
  readonly useByMs: number;
  isPulsed: boolean;
  /** Why no pulse may follow any more. */
  over?: "it has its outcome" | "the power went since" | undefined;
}

/**
 * I1 and I9 on the wire: each pulse has a durable request of its own compartment before it, one pulse a request, not
 * after its use-by time on the monotonic clock, and never again after a restart.
 */
export class WireFollowsLog implements RunChecker {
  readonly name = "I1/I9";
  /** The newest request of each compartment. */
  readonly #asked = new Map<CompartmentNumber, Asked>();

  take(observation: Observation): string | undefined {
    const { atMs } = observation;
    if (observation.kind === "powerCut")
      for (const asked of this.#asked.values()) asked.over ??= "the power went since";
    if (observation.kind === "pulse") return this.#pulse(observation.compartmentNumber, atMs);
    if (observation.kind !== "event") return undefined;
    const { type, payload } = observation.event;
    if (type === "compartmentOpenRequested") {
      const { requestId, compartmentNumber } = payload;
      this.#asked.set(compartmentNumber, { requestId, useByMs: atMs + payload.useByMs, isPulsed: false });
    }
    if (type === "compartmentOpened" || type === "compartmentOpenFailed") {
      const asked = this.#asked.get(payload.compartmentNumber);
      if (asked?.requestId === payload.requestId) asked.over ??= "it has its outcome";
    }
    return undefined;
  }

  #pulse(compartmentNumber: CompartmentNumber, atMs: number): string | undefined {
    const asked = this.#asked.get(compartmentNumber);
    if (asked === undefined) return `A pulse left for compartment ${compartmentNumber}, which nobody had asked for.`;
    const request = `compartment ${compartmentNumber} for request ${asked.requestId}`;
    if (asked.isPulsed) return `A second pulse left for ${request}.`;
    asked.isPulsed = true;
    if (asked.over !== undefined) return `A pulse left for ${request} although ${asked.over}.`;
    const lateMs = atMs - asked.useByMs;
    return lateMs > ON_THE_WIRE_MS ? `A pulse left for ${request} ${lateMs} ms after its use-by time.` : undefined;
  }
}
