import { failed, ok, type Result } from "#core/base/result.ts";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import type { SimulatedBoard } from "./simulatedCabinet.ts";

/** Boards as the command line names them. */
export const BOARD_LIST_FORM = "NAME:ADDRESS:CHANNELS[:FAMILY[:FEEDBACK[:BYTEORDER]]],…";

/** Reads `A:0:16,B:1:8:xor8a:opening:firstByteFirst`; fails with a sentence. */
export function readBoardList(text: string, hasOccupancy: boolean): Result<SimulatedBoard[], string> {
  const boards: SimulatedBoard[] = [];
  for (const part of text.split(",")) {
    const [name = "", address = "", channels = "", familyName = "kerong-cu16", feedback = "closing", order] =
      part.split(":");
    const family = boardFamilies.find((one) => one === familyName);
    if (family === undefined)
      return failed(`"${familyName}" is no board family. There are: ${boardFamilies.join(" ")}`);
    if (feedback !== "closing" && feedback !== "opening")
      return failed(`"${feedback}" is no feedback. It is "closing" or "opening".`);
    const byteOrder = order ?? "lastByteFirst";
    if (byteOrder !== "firstByteFirst" && byteOrder !== "lastByteFirst")
      return failed(`"${byteOrder}" is no byte order. It is "firstByteFirst" or "lastByteFirst".`);
    if (name === "" || !/^\d+$/.test(address) || !/^\d+$/.test(channels))
      return failed(`"${part}" is no board. Boards are written as ${BOARD_LIST_FORM}`);
    const place = { name, family, address: Number(address), channels: Number(channels) };
    boards.push({ ...place, feedback, byteOrder, hasOccupancy });
  }
  return ok(boards);
}
