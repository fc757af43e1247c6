import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCatalogue, procedureById } from "#core/domain/procedure.ts";

const json = JSON.parse(readFileSync(new URL("../../../../config/catalogue/procedures.json", import.meta.url), "utf8"));
const parsed = parseCatalogue(json);
if (!parsed.ok) throw new Error(parsed.error.sentences.join("\n"));
const catalogue = parsed.value;

describe("the catalogue that comes with the product", () => {
  it("returns all thirteen results of the first machine, and takes its five procedures in", () => {
    const fields = ["Hộ kinh doanh", "Lao động", "Quy hoạch", "Xây dựng", "Giao thông", "Nhà đất"];
    const ofTheFirstMachine = catalogue.procedures.filter((procedure) => fields.includes(procedure.field.vi));
    expect(ofTheFirstMachine.length).toBeGreaterThanOrEqual(13);
    expect(ofTheFirstMachine.every((procedure) => procedure.return === "yes")).toBe(true);
    const taken = [
      "dang-ky-ho-kinh-doanh",
      "cap-lai-dang-ky-ho-kinh-doanh",
      "bao-cao-thay-doi-lao-dong",
      "cap-lai-giay-phep-xay-dung",
      "cung-cap-thong-tin-quy-hoach",
    ];
    for (const id of taken) expect(procedureById(catalogue, id)?.intake.suits).toBe(true);
  });

  it("shows no fee and no time where none was found or where sources disagree", () => {
    expect(procedureById(catalogue, "dang-ky-ho-kinh-doanh")).toMatchObject({ fee: null, period: { days: 3 } });
    expect(procedureById(catalogue, "cap-lai-dang-ky-ho-kinh-doanh")).toMatchObject({ period: { kind: "notStated" } });
  });

  it("says where to go, in three languages, for everything that the machine does not take in", () => {
    const refused = catalogue.procedures.filter((procedure) => !procedure.intake.suits);
    expect(refused.length).toBe(22);
  });

  it("knows the papers of everything that it takes in, and the two deadlines of the labour report", () => {
    const taken = catalogue.procedures.filter((procedure) => procedure.intake.suits);
    expect(taken.every((procedure) => procedure.papers.length > 0)).toBe(true);
    const deadlines = [
      { month: 6, day: 5 },
      { month: 12, day: 5 },
    ];
    expect(procedureById(catalogue, "bao-cao-thay-doi-lao-dong")?.deadlines).toEqual(deadlines);
  });
});

describe("a catalogue that is wrong", () => {
  it("is refused with the path of the wrong value", () => {
    const changed = structuredClone(json);
    changed.procedures[3].code = "1.1";
    expect(parseCatalogue(changed)).toMatchObject({
      ok: false,
      error: { sentences: ['procedures.3.code: a procedure code is written "1.001612"'] },
    });
  });

  it("is refused when an id is used twice", () => {
    const changed = structuredClone(json);
    changed.procedures[1].id = changed.procedures[0].id;
    const result = parseCatalogue(changed);
    expect(result.ok ? [] : result.error.sentences).toHaveLength(1);
  });

  it.each([[undefined], [null], [[]], ["text"], [{ version: "1" }]])("is refused without an exception: %j", (value) => {
    expect(parseCatalogue(value).ok).toBe(false);
  });
});
