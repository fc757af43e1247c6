import { expect, test } from "vitest";
import { createRandomPool } from "#controller/keys/randomPool.ts";

test("bytes are never given out twice, also across fillings", () => {
  const take = createRandomPool();
  const taken = Array.from({ length: 2_000 }, () => Buffer.from(take(12)).toString("hex"));
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken.every((text) => text.length === 24)).toBe(true);
});

test("what was taken stays as it is when more is taken", () => {
  const take = createRandomPool();
  const first = take(12);
  const copy = Uint8Array.from(first);
  for (let count = 0; count < 1_000; count += 1) take(12);
  expect(first).toEqual(copy);
});

test("more than the supply holds is refused", () => {
  expect(() => createRandomPool()(4_097)).toThrow("4096");
  expect(createRandomPool()(4_096)).toHaveLength(4_096);
});
