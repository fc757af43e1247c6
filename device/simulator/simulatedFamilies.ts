import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import { winnsenFamily } from "./families/winnsenFamily.ts";
import { wklyFamily } from "./families/wklyFamily.ts";
import { xor8aFamily } from "./families/xor8aFamily.ts";
import type { SimulatedFamily } from "./simulatedFamily.ts";

const families: Partial<Record<BoardFamily, SimulatedFamily>> = {
  xor8a: xor8aFamily,
  wkly: wklyFamily,
  winnsen: winnsenFamily,
};

/** How boards of a family behave on their wire, or undefined where no simulator is built in. */
export function simulatedFamily(family: BoardFamily): SimulatedFamily | undefined {
  return families[family];
}
