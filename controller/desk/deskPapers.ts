import type { DeskState } from "#core/contract/desk.ts";
import type { Raster } from "#core/interfaces/printer.ts";
import { paperPng } from "#device/printer/paperImage.ts";
import type { SimulatedPrinter } from "#device/simulator/simulatedPrinter.ts";

const PAPERS_SHOWN = 12;

/** What came out of the simulated printer and was not torn up. */
export interface DeskPapers {
  /** Newest first. */
  list(): DeskState["papers"];
  tear(paperId: string): void;
  /** A PNG drawn from the very bytes that the printer got. */
  picture(paperId: string): Uint8Array | undefined;
}

export function createDeskPapers(printer: SimulatedPrinter): DeskPapers {
  const torn = new Set<string>();
  const all = (): { readonly paperId: string; readonly raster: Raster }[] => {
    const { papers, paperCount } = printer.state();
    const first = paperCount - papers.length;
    return papers
      .map((raster, index) => ({ paperId: String(first + index + 1), raster }))
      .filter(({ paperId }) => !torn.has(paperId));
  };
  return {
    list: () =>
      all()
        .reverse()
        .slice(0, PAPERS_SHOWN)
        .map(({ paperId, raster: { widthDots, heightDots } }) => ({
          paperId,
          pictureUrl: `/desk/paper/${paperId}.png`,
          widthDots,
          heightDots,
        })),
    tear: (paperId) => {
      if (all().some((paper) => paper.paperId === paperId)) torn.add(paperId);
    },
    picture: (paperId) => {
      const found = all().find((paper) => paper.paperId === paperId);
      return found && paperPng(found.raster);
    },
  };
}
