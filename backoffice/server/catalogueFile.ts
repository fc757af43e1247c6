import { readFileSync } from "node:fs";
import type { CatalogueView } from "#core/contract/staffApi.ts";
import { parseCatalogue } from "#core/domain/procedure.ts";

/** Reads the names of procedures and papers from the catalogue that the kiosks use. Throws a sentence. */
export function loadCatalogue(file: string): CatalogueView {
  const parsed = parseCatalogue(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok)
    throw new Error(`${file} is not a catalogue of procedures: ${JSON.stringify(parsed.error).slice(0, 300)}`);
  return {
    procedures: parsed.value.procedures.map(({ id, name, papers }) => ({
      id,
      name: name.vi,
      papers: papers.map((paper) => ({ id: paper.id, name: paper.name.vi })),
    })),
  };
}
