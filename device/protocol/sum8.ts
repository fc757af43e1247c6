/** The sum of bytes modulo 256, which KERONG's protocols check their frames with. */
export function sum8(bytes: Iterable<number>): number {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) & 0xff;
  return sum;
}
