import { randomFillSync } from "node:crypto";
import { assert } from "#core/base/assert.ts";

const POOL_BYTES = 4_096;

/**
 * Cryptographically secure random bytes, at most 4,096 at once, drawn from a supply that is filled whole: asking the
 * operating system costs the same for 12 bytes as for all of it. Bytes that were given out are wiped from the supply.
 */
export function createRandomPool(): (count: number) => Uint8Array {
  const pool = new Uint8Array(POOL_BYTES);
  let used = POOL_BYTES;
  return (count) => {
    assert(count <= POOL_BYTES, `At most ${POOL_BYTES} random bytes are given out at once.`);
    if (used + count > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    const taken = pool.slice(used, used + count);
    pool.fill(0, used, used + count);
    used += count;
    return taken;
  };
}
