/** Bits of a status reply in order: element 0 is the lowest bit of the first byte, eight elements a byte. */
export function unpackBits(bytes: Uint8Array): boolean[] {
  return Array.from(bytes).flatMap((byte) => Array.from({ length: 8 }, (_, bit) => ((byte >> bit) & 1) === 1));
}

/** The reverse of `unpackBits`; the last byte is filled up with zeros. */
export function packBits(bits: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [index, bit] of bits.entries()) {
    const at = index >> 3;
    if (bit) bytes[at] = (bytes[at] ?? 0) | (1 << (index & 7));
  }
  return bytes;
}

/** The 1-based channels whose bit has this value, such as `2 5`, or `none`: for traces. */
export function channelsWith(value: boolean, bits: readonly boolean[]): string {
  const channels = bits.flatMap((bit, index) => (bit === value ? [index + 1] : []));
  return channels.length === 0 ? "none" : channels.join(" ");
}
