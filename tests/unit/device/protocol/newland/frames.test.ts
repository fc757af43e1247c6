import { describe, expect, test } from "vitest";
import { newlandCommand, newlandReplyRule, readNewlandReply } from "#device/protocol/newland/frames.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const BODY = "40 44 46 4D 41 44 44 30 36 39 39 39 30 30 33 39 39 39 39 46 31 34 31";
const REPLY = `02 01 30 30 30 30 ${BODY} 06 3B 03`;

describe("commands of Newland scanners", () => {
  test("are framed as the manual prints them", () => {
    expect(hex(newlandCommand("DFMADD069990039999F141", true))).toBe(`7E 01 30 30 30 30 ${BODY} 3B 03`);
    expect(hex(newlandCommand("A", false))).toBe("7E 01 30 30 30 30 23 41 3B 03");
  });

  test("are answered by themselves and a word on what became of them", () => {
    expect(readNewlandReply(bytes(REPLY))).toEqual({ tags: "DFMADD069990039999F141", isDone: true });
    expect(readNewlandReply(bytes(REPLY.replace("06 3B", "15 3B")))).toMatchObject({ isDone: false });
    expect(readNewlandReply(bytes(`7E 01 30 30 30 30 ${BODY} 06 3B 03`))).toBe(undefined);
    expect(readNewlandReply(bytes(`${REPLY} 00`))).toBe(undefined);
  });

  test("have replies whose end is looked for in 256 bytes and no further", () => {
    const reply = bytes(REPLY);
    for (let length = 0; length < reply.length; length += 1)
      expect(newlandReplyRule(reply.subarray(0, length), 0).kind).toBe("incomplete");
    expect(newlandReplyRule(reply, 0)).toEqual({ kind: "frame", length: reply.length });
    const endless = Uint8Array.of(...reply.subarray(0, 6), ...new Uint8Array(400).fill(0x41));
    expect(newlandReplyRule(endless, 0).kind).toBe("none");
  });
});
