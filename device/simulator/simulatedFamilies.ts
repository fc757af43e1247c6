import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import { kerongCu12Family, kerongCu24Family } from "./families/kerongCu12Family.ts";
import { kerongCu16Family } from "./families/kerongCu16Family.ts";
import { kerongCu48Family } from "./families/kerongCu48Family.ts";
import { modbusFamily } from "./families/modbusFamily.ts";
import { winnsenFamily } from "./families/winnsenFamily.ts";
import { wklyFamily } from "./families/wklyFamily.ts";
import { xor8aFamily } from "./families/xor8aFamily.ts";
import type { SimulatedFamily } from "./simulatedFamily.ts";

const families: Readonly<Record<BoardFamily, SimulatedFamily>> = {
  "kerong-cu16": kerongCu16Family,
  "kerong-cu12": kerongCu12Family,
  "kerong-cu24": kerongCu24Family,
  "kerong-cu48": kerongCu48Family,
  xor8a: xor8aFamily,
  wkly: wklyFamily,
  winnsen: winnsenFamily,
  modbus: modbusFamily,
};

/** How boards of a family behave on their wire. */
export function simulatedFamily(family: BoardFamily): SimulatedFamily {
  return families[family];
}
