/** A broken invariant: a defect in this program, never a fault of a person, a device or the network. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** Stops at once when something that the code relies on does not hold. Stays on in production. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Makes the compiler prove that a union was handled in full. */
export function unreachable(value: never): never {
  throw new InvariantError(`Unhandled case: ${JSON.stringify(value)}`);
}
