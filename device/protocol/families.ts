import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import type { BoardDriver } from "./boardDriver.ts";
import { winnsenDriver } from "./winnsen/driver.ts";
import { wklyDriver } from "./wkly/driver.ts";
import { xor8aDriver } from "./xor8a/driver.ts";

const drivers: Partial<Record<BoardFamily, BoardDriver>> = {
  xor8a: xor8aDriver,
  wkly: wklyDriver,
  winnsen: winnsenDriver,
};

/** The driver of a family, or undefined where none is built in. */
export function boardDriver(family: BoardFamily): BoardDriver | undefined {
  return drivers[family];
}
