import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import type { BoardDriver } from "./boardDriver.ts";
import { kerongCu12Driver, kerongCu24Driver } from "./kerongCu12/driver.ts";
import { kerongCu16Driver } from "./kerongCu16/driver.ts";
import { kerongCu48Driver } from "./kerongCu48/driver.ts";
import { modbusDriver } from "./modbus/driver.ts";
import { winnsenDriver } from "./winnsen/driver.ts";
import { wklyDriver } from "./wkly/driver.ts";
import { xor8aDriver } from "./xor8a/driver.ts";

const drivers: Readonly<Record<BoardFamily, BoardDriver>> = {
  "kerong-cu16": kerongCu16Driver,
  "kerong-cu12": kerongCu12Driver,
  "kerong-cu24": kerongCu24Driver,
  "kerong-cu48": kerongCu48Driver,
  xor8a: xor8aDriver,
  wkly: wklyDriver,
  winnsen: winnsenDriver,
  modbus: modbusDriver,
};

/** The driver of a board family. */
export function boardDriver(family: BoardFamily): BoardDriver {
  return drivers[family];
}
