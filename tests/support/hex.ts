/** `bytes("02 00 30")` for the vectors of a protocol. */
export function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16));
}

/** `02 00 30`, as the protocols' documents write it. */
export function hex(values: Uint8Array): string {
  return Array.from(values, (value) => value.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}
