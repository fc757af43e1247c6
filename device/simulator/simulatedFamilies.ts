import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import { kerongCu16Family } from "./families/kerongCu16Family.ts";
import type { SimulatedFamily } from "./simulatedFamily.ts";

const families: Partial<Record<BoardFamily, SimulatedFamily>> = {
  "kerong-cu16": kerongCu16Family,
};

/** How boards of a family behave on their wire; undefined where this version does not simulate them. */
export function simulatedFamily(family: BoardFamily): SimulatedFamily | undefined {
  return families[family];
}
