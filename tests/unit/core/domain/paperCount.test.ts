import { describe, expect, it } from "vitest";
import { BagCount, countDifferences, totalCopies } from "#core/domain/paperCount.ts";

const form = { paperId: "giay-de-nghi", originals: 1, certified: 0, photocopies: 0 };
const identity = { paperId: "giay-to-phap-ly", originals: 0, certified: 1, photocopies: 3 };

describe("the count of papers in a bag", () => {
  it("adds up by kind of copy", () => {
    expect(totalCopies([form, identity])).toEqual({ originals: 1, certified: 1, photocopies: 3 });
    expect(totalCopies([])).toEqual({ originals: 0, certified: 0, photocopies: 0 });
  });

  it("shows no difference where clerk and citizen agree, in whatever order and with zero lines left out", () => {
    const nothing = { paperId: "van-ban-uy-quyen", originals: 0, certified: 0, photocopies: 0 };
    const declared = { dossiers: 1, papers: [form, identity, nothing] };
    expect(countDifferences(declared, { dossiers: 1, papers: [identity, form] })).toEqual([]);
  });

  it("names every number that differs, papers that nobody declared included", () => {
    const declared = { dossiers: 3, papers: [form, identity] };
    const extra = { paperId: "so-do", originals: 0, certified: 0, photocopies: 1 };
    const counted = { dossiers: 1, papers: [form, { ...identity, photocopies: 2 }, extra] };
    expect(countDifferences(declared, counted)).toEqual([
      { of: "dossiers", declared: 3, counted: 1 },
      { of: "paper", paperId: "giay-to-phap-ly", copyKind: "photocopies", declared: 3, counted: 2 },
      { of: "paper", paperId: "so-do", copyKind: "photocopies", declared: 0, counted: 1 },
    ]);
  });

  it.each([-1, 100, 1.5])("refuses %d copies", (originals) => {
    expect(BagCount.safeParse({ dossiers: 1, papers: [{ ...form, originals }] }).success).toBe(false);
  });
});
