import { assert } from "../base/assert.ts";
import type { CompartmentNumber } from "../domain/cabinet.ts";
import type { CompartmentRecord, OpenRequest } from "./records.ts";
import type { Reducers } from "./reducer.ts";
import { compartmentOf, type RegisterLayer } from "./register.ts";

/** Doors and compartments. */
export const doorReducers: Reducers = {
  compartmentCommissioned: (register, { payload }) => {
    const before = compartmentOf(register, payload.compartmentNumber);
    register.set("compartment", { ...before, contents: before?.contents ?? { kind: "unchecked" }, ...payload });
  },
  compartmentSeenEmpty: (register, { payload }) =>
    change(register, payload.compartmentNumber, () => ({ contents: { kind: "empty" }, unseenSinceRestore: undefined })),
  compartmentTakenOutOfService: (register, { payload }) => {
    const { compartmentNumber, reason, caseNumber } = payload;
    change(register, compartmentNumber, ({ contents }) => ({
      outOfService: { reason, caseNumber },
      // Nobody stood before it: anything can lie there by now.
      ...(reason === "doorLeftOpen" && contents.kind === "empty" ? { contents: { kind: "unchecked" } } : {}),
    }));
  },
  compartmentReturnedToService: (register, { payload }) =>
    change(register, payload.compartmentNumber, () => ({ outOfService: undefined, unseenSinceRestore: undefined })),
  doorSensorDeclared: (register, { payload }) => {
    const { compartmentNumber, isFaulty, source, caseNumber } = payload;
    change(register, compartmentNumber, () => ({ faultySensor: isFaulty ? { source, caseNumber } : undefined }));
  },
  compartmentOpenRequested: (register, { payload }) => {
    const { compartmentNumber, useByMs: _, ...asked } = payload;
    const request: OpenRequest = { ...asked, isClosedAgain: false };
    change(register, compartmentNumber, () => ({ request }));
  },
  compartmentOpened: (register, { payload }) => settle(register, payload, "opened"),
  compartmentOpenFailed: (register, { payload }) => settle(register, payload, payload.outcome),
  compartmentClosed: (register, { payload }) =>
    change(register, payload.compartmentNumber, ({ request }) =>
      request?.requestId === payload.requestId ? { request: { ...request, isClosedAgain: true } } : {},
    ),
  doorForced: (register, { payload }) =>
    change(register, payload.compartmentNumber, ({ contents }) =>
      contents.kind === "empty" ? { contents: { kind: "unchecked" } } : {},
    ),
};

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
