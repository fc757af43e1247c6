import { expect, test } from "vitest";
import { comparedLines } from "#renderer/screens/clerk/differences.ts";

const form = { paperId: "form", originals: 1, certified: 0, photocopies: 0 };
const card = { paperId: "card", originals: 0, certified: 0, photocopies: 3 };

test("a kind that neither side counted has no line", () => {
  const lines = comparedLines({ declared: [form], counted: [form] });
  expect(lines).toEqual([{ paperId: "form", kind: "originals", declared: 1, counted: 1 }]);
});

test("declared and counted stand in one line, in the order of the declaration", () => {
  const lines = comparedLines({ declared: [form, card], counted: [{ ...card, photocopies: 2 }, form] });
  expect(lines.map((line) => [line.paperId, line.declared, line.counted])).toEqual([
    ["form", 1, 1],
    ["card", 3, 2],
  ]);
});

test("a paper or a kind that only the clerk found is shown against zero", () => {
  const lines = comparedLines({ declared: [form], counted: [{ ...form, certified: 2 }, card] });
  expect(lines.slice(1)).toEqual([
    { paperId: "form", kind: "certified", declared: 0, counted: 2 },
    { paperId: "card", kind: "photocopies", declared: 0, counted: 3 },
  ]);
});
