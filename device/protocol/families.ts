import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import type { BoardDriver } from "./boardDriver.ts";
import { kerongCu16Driver } from "./kerongCu16/driver.ts";

const drivers: Partial<Record<BoardFamily, BoardDriver>> = {
  "kerong-cu16": kerongCu16Driver,
};

/** The driver of a board family; undefined where this version has none. */
export function boardDriver(family: BoardFamily): BoardDriver | undefined {
  return drivers[family];
}
