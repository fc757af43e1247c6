import { assert } from "../base/assert.ts";
import type { CompartmentNumber } from "../domain/cabinet.ts";
import type { KioskEvent } from "../events/event.ts";
import type { CompartmentRecord, OpenRequest } from "./records.ts";
import { compartmentOf, type RegisterLayer } from "./register.ts";

/** Events about doors and compartments; false where the event is about something else. */
export function applyDoor(register: RegisterLayer, event: KioskEvent): boolean {
  switch (event.type) {
    case "compartmentCommissioned": {
      const { compartmentNumber } = event.payload;
      const before = compartmentOf(register, compartmentNumber);
      register.set("compartment", { ...before, contents: before?.contents ?? { kind: "unchecked" }, ...event.payload });
      return true;
    }
    case "compartmentSeenEmpty":
      change(register, event.payload.compartmentNumber, () => ({ contents: { kind: "empty" } }));
      return true;
    case "compartmentTakenOutOfService": {
      const { compartmentNumber, reason, caseNumber } = event.payload;
      change(register, compartmentNumber, () => ({ outOfService: { reason, caseNumber } }));
      return true;
    }
    case "compartmentReturnedToService":
      change(register, event.payload.compartmentNumber, () => ({ outOfService: undefined }));
      return true;
    case "compartmentOpenRequested": {
      const { requestId, visitId, reason, pulse, dossierId, staffId, compartmentNumber } = event.payload;
      const request: OpenRequest = { requestId, visitId, reason, pulse, dossierId, staffId, isClosedAgain: false };
      change(register, compartmentNumber, () => ({ request }));
      return true;
    }
    case "compartmentOpened":
      settle(register, event.payload, "opened");
      return true;
    case "compartmentOpenFailed":
      settle(register, event.payload, event.payload.outcome);
      return true;
    case "compartmentClosed":
      change(register, event.payload.compartmentNumber, ({ request }) =>
        request?.requestId === event.payload.requestId ? { request: { ...request, isClosedAgain: true } } : {},
      );
      return true;
    case "doorForced":
      change(register, event.payload.compartmentNumber, ({ contents }) =>
        contents.kind === "empty" ? { contents: { kind: "unchecked" } } : {},
      );
      return true;
    default:
      return false;
  }
}

function settle(
  register: RegisterLayer,
  payload: { readonly requestId: string; readonly compartmentNumber: CompartmentNumber },
  outcome: NonNullable<OpenRequest["outcome"]>,
): void {
  change(register, payload.compartmentNumber, ({ request, contents }) => {
    assert(request?.requestId === payload.requestId, "An unlock outcome belongs to no request of its compartment.");
    // Behind a door that was, or may have been, open anything can lie until somebody says what.
    const isPerhapsOpen = outcome === "opened" || outcome === "unresolved";
    return {
      request: { ...request, outcome },
      ...(isPerhapsOpen && contents.kind === "empty" ? { contents: { kind: "unchecked" } } : {}),
    };
  });
}

/** Changes a compartment's record. */
export function change(
  register: RegisterLayer,
  compartmentNumber: CompartmentNumber,
  how: (before: CompartmentRecord) => Partial<CompartmentRecord>,
): void {
  const before = compartmentOf(register, compartmentNumber);
  assert(before, `Compartment ${compartmentNumber} is in an event but was never commissioned.`);
  register.set("compartment", { ...before, ...how(before) });
}
