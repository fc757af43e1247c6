import type { BoardFamily } from "#core/interfaces/lockBoard.ts";

/** What boards of a family usually have when they come out of the box. */
export interface BoardDefaults {
  /** What is printed on the board, for people. */
  readonly label: string;
  readonly baudRate: number;
  /** Usual address of a single board, and the range of its switches. */
  readonly address: number;
  readonly leastAddress: number;
  readonly mostAddress: number;
  readonly channels: number;
}

/** By family; sources: the makers' protocol documents, ranges as the drivers have them. */
export const boardDefaults: Readonly<Record<BoardFamily, BoardDefaults>> = {
  "kerong-cu16": { label: "KERONG CU16", baudRate: 19_200, address: 0, leastAddress: 0, mostAddress: 14, channels: 16 },
  "kerong-cu12": { label: "KERONG CU12", baudRate: 19_200, address: 0, leastAddress: 0, mostAddress: 15, channels: 12 },
  "kerong-cu24": { label: "KERONG CU24", baudRate: 19_200, address: 0, leastAddress: 0, mostAddress: 15, channels: 24 },
  "kerong-cu48": { label: "KERONG CU48B", baudRate: 19_200, address: 0, leastAddress: 0, mostAddress: 9, channels: 48 },
  xor8a: { label: "XOR-8A", baudRate: 9_600, address: 1, leastAddress: 1, mostAddress: 32, channels: 24 },
  wkly: { label: "WKLY", baudRate: 9_600, address: 0, leastAddress: 0, mostAddress: 31, channels: 24 },
  winnsen: { label: "Winnsen", baudRate: 9_600, address: 1, leastAddress: 0, mostAddress: 15, channels: 16 },
  modbus: { label: "Modbus RTU", baudRate: 9_600, address: 1, leastAddress: 1, mostAddress: 247, channels: 8 },
};

/** Speeds that boards come with, baud. */
export const baudRates = [9_600, 19_200, 38_400, 57_600, 115_200] as const;

/** Numbers of channels that boards come with. */
export const channelCounts = [2, 8, 12, 16, 18, 24, 48, 50] as const;

/** The value before or after the present one in a list; the present one at the list's end. */
export function neighbour<Value>(values: readonly Value[], present: Value, step: number): Value {
  return values[values.indexOf(present) + step] ?? present;
}
