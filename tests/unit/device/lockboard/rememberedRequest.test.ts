import { describe, expect, test } from "vitest";
import { rememberedRequest } from "#device/lockboard/rememberedRequest.ts";

describe("a question that is asked again and again", () => {
  test("gives the same reply for the same bytes, without reading them twice, and another for others", () => {
    let read = 0;
    const { accept } = rememberedRequest({
      bytes: Uint8Array.of(1),
      accept: ([first]) => {
        read += 1;
        return first === 0 ? undefined : { first };
      },
    });
    const reply = accept(Uint8Array.of(7, 1));
    expect(accept(Uint8Array.of(7, 1))).toBe(reply);
    expect(read).toBe(1);
    expect(accept(Uint8Array.of(8, 1))).toEqual({ first: 8 });
    expect(accept(Uint8Array.of(8, 1, 0))).toEqual({ first: 8 });
    expect(accept(Uint8Array.of(0))).toBeUndefined();
    expect(accept(Uint8Array.of(0))).toBeUndefined();
    expect(read).toBe(5);
  });

  test("does not follow a buffer that is written to afterwards", () => {
    const { accept } = rememberedRequest({ bytes: Uint8Array.of(1), accept: ([first]) => ({ first }) });
    const buffer = Uint8Array.of(7);
    accept(buffer);
    buffer[0] = 9;
    expect(accept(buffer)).toEqual({ first: 9 });
  });
});
