import { describe, expect, test } from "vitest";
import { readBoardList } from "#device/simulator/boardList.ts";

describe("the list of simulated boards", () => {
  test("reads boards with and without their wiring", () => {
    const read = readBoardList("A:0:16,B:1:8:kerong-cu16:opening:firstByteFirst", true);
    expect(read).toEqual({
      ok: true,
      value: [
        {
          name: "A",
          family: "kerong-cu16",
          address: 0,
          channels: 16,
          feedback: "closing",
          byteOrder: "lastByteFirst",
          hasOccupancy: true,
        },
        {
          name: "B",
          family: "kerong-cu16",
          address: 1,
          channels: 8,
          feedback: "opening",
          byteOrder: "firstByteFirst",
          hasOccupancy: true,
        },
      ],
    });
  });

  test.each([
    ["A", /is no board/],
    ["A:x:16", /is no board/],
    ["A:0:16:cu99", /"cu99" is no board family/],
    ["A:0:16:wkly:sideways", /"sideways" is no feedback/],
    ["A:0:16:wkly:closing:backwards", /"backwards" is no byte order/],
  ])("says in a sentence what is wrong with %s", (text, sentence) => {
    const read = readBoardList(text, false);
    expect(read.ok).toBe(false);
    expect(read.ok ? "" : read.error).toMatch(sentence);
  });
});
