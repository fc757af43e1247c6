/** XOR over all bytes: the check of the XOR-8A and WKLY families. Over a frame that ends in its own check it is 0. */
export function xorOf(bytes: Iterable<number>): number {
  let check = 0;
  for (const byte of bytes) check ^= byte;
  return check;
}

/** Appends the XOR over everything before it. */
export function closeWithXor(head: readonly number[]): Uint8Array {
  return Uint8Array.from([...head, xorOf(head)]);
}
