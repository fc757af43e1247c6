import type { DeskSetup, DeskState } from "#core/contract/desk.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import { placedDoors } from "#core/domain/cabinet.ts";

type TraceLine = DeskState["trace"][number];

/** One line of the wire's trace with its meaning in words; `isNews` where something happened or changed. */
export interface ReadLine extends Omit<TraceLine, "meaning"> {
  readonly meaning: string;
  readonly isNews: boolean;
  /** Stays with the line while others come and go. */
  readonly lineId: string;
}

const REQUEST_LENGTH = 5;
const STATUS_LENGTH = 9;

/**
 * Says what each frame of a KERONG CU16 means, where the controller does not say it (`02 ADDR CMD 03 SUM`; status reply `02 ADDR 35 H1 H2 I1 I2 03 SUM`, hook
 * bit 1 = closed, infrared bit 1 = something inside). A status is told as the difference to the one before it of the
 * same board, which is what a reader of the trace looks for.
 */
export function readTrace(trace: readonly TraceLine[], setup: DeskSetup): ReadLine[] {
  const doors = doorsByPlace(setup);
  const lastStatus = new Map<number, Reading>();
  const seen = new Map<string, number>();
  return trace.map((line) => {
    const name = `${line.atMs} ${line.direction} ${line.hex}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { ...line, lineId: `${name} ${times}`, ...meaningOf(line, lastStatus, doors) };
  });
}

function meaningOf(line: TraceLine, lastStatus: Map<number, Reading>, doors: DoorsByPlace): Meaning {
  if (line.direction === "dropped") return { meaning: "khung sai, bỏ", isNews: true };
  if (line.meaning !== undefined) return { meaning: line.meaning, isNews: true };
  const bytes = bytesOf(line.hex);
  const status = statusOf(bytes);
  if (status === undefined)
    return line.direction === "sent" ? requestMeaning(bytes, doors) : replyMeaning(bytes, doors);
  const before = lastStatus.get(status.address);
  lastStatus.set(status.address, [status.hooks, status.infrareds]);
  return statusMeaning(status, before, doors);
}

type Reading = readonly [hooks: number, infrareds: number];
type Meaning = Pick<ReadLine, "meaning" | "isNews">;
type DoorsByPlace = ReadonlyMap<string, CompartmentNumber>;
interface Status {
  readonly address: number;
  readonly hooks: number;
  readonly infrareds: number;
}

function requestMeaning(bytes: readonly number[], doors: DoorsByPlace): Meaning {
  const [, place = 0, command] = bytes;
  const address = place >> 4;
  if (bytes.length !== REQUEST_LENGTH) return { meaning: "khung lạ", isNews: true };
  switch (command) {
    case 0x30:
      return { meaning: `hỏi bo ${address}`, isNews: false };
    case 0x31:
      return { meaning: `mở ngăn ${nameOf(doors, address, (place & 0x0f) + 1)}`, isNews: true };
    case 0x32:
      return { meaning: "hỏi mọi bo", isNews: false };
    case 0x37:
      return { meaning: `bo ${address}: đặt thời gian mở`, isNews: true };
    case 0x38:
      return { meaning: `bo ${address}: hỏi thời gian mở`, isNews: false };
    default:
      return { meaning: "lệnh lạ", isNews: true };
  }
}

/** The short reply that some boards give to an unlock: the pulse was accepted, which is no door state. */
function replyMeaning(bytes: readonly number[], doors: DoorsByPlace): Meaning {
  const [, place = 0, command] = bytes;
  if (bytes.length !== REQUEST_LENGTH) return { meaning: "khung lạ", isNews: true };
  if (command !== 0x38 && command !== 0x31) return { meaning: "trả lời lạ", isNews: true };
  return { meaning: `${nameOf(doors, place >> 4, (place & 0x0f) + 1)}: đã nhận lệnh`, isNews: false };
}

function statusOf(bytes: readonly number[]): Status | undefined {
  const [, place, code, h1, h2, i1, i2] = bytes;
  if (bytes.length !== STATUS_LENGTH || (code !== 0x35 && code !== 0x36)) return undefined;
  if (place === undefined || h1 === undefined || h2 === undefined || i1 === undefined || i2 === undefined) return;
  return { address: place >> 4, hooks: h1 | (h2 << 8), infrareds: i1 | (i2 << 8) };
}

function statusMeaning(status: Status, before: Reading | undefined, doors: DoorsByPlace): Meaning {
  if (before === undefined) return { meaning: openOnes(status, doors), isNews: false };
  const words: string[] = [];
  for (let channel = 1; channel <= 16; channel++) {
    const bit = 1 << (channel - 1);
    if (!doors.has(placeKey(status.address, channel))) continue;
    const name = nameOf(doors, status.address, channel);
    if ((status.hooks ^ before[0]) & bit) words.push(`${name} ${status.hooks & bit ? "đóng" : "mở"}`);
    if ((status.infrareds ^ before[1]) & bit) words.push(`${name} ${status.infrareds & bit ? "có vật" : "trống"}`);
  }
  if (words.length === 0) return { meaning: "không đổi", isNews: false };
  return { meaning: words.length <= 2 ? words.join(", ") : `${words.length} thay đổi`, isNews: true };
}

function openOnes(status: Status, doors: DoorsByPlace): string {
  const open: string[] = [];
  for (let channel = 1; channel <= 16; channel++) {
    const isFitted = doors.has(placeKey(status.address, channel));
    if (isFitted && !(status.hooks & (1 << (channel - 1)))) open.push(nameOf(doors, status.address, channel));
  }
  if (open.length === 0) return "đều đóng";
  return open.length <= 2 ? `${open.join(", ")} mở` : `${open.length} ngăn mở`;
}

function doorsByPlace(setup: DeskSetup): DoorsByPlace {
  const addresses = new Map(setup.boards.map((board) => [board.name, board.address]));
  const entries = placedDoors(setup.cabinet).flatMap((door): [string, CompartmentNumber][] => {
    const address = addresses.get(door.board);
    return address === undefined ? [] : [[placeKey(address, door.channel), door.compartmentNumber]];
  });
  return new Map(entries);
}

function nameOf(doors: DoorsByPlace, address: number, channel: number): string {
  return String(doors.get(placeKey(address, channel)) ?? `bo ${address}·${channel}`);
}

function placeKey(address: number, channel: number): string {
  return `${address}/${channel}`;
}

/** Tolerates spaces and either case; an odd rest is dropped. */
function bytesOf(hex: string): number[] {
  return (hex.replaceAll(/[^0-9a-fA-F]/g, "").match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
