import { type BoardFamily, type ByteOrder, boardFamilies, type Feedback } from "#core/interfaces/lockBoard.ts";
import type { BoardDriver } from "#device/protocol/boardDriver.ts";
import { boardDriver } from "#device/protocol/families.ts";
import { needed, numberFlag, WrongUse } from "./command.ts";

/** Flags of every command that speaks to one board. */
export const boardFlags = {
  port: { type: "string" },
  family: { type: "string" },
  address: { type: "string" },
  baud: { type: "string" },
  feedback: { type: "string" },
  "byte-order": { type: "string" },
  channels: { type: "string" },
  config: { type: "string" },
} as const;

export const BOARD_USAGE = `  --port PORT        serial device, best a name that stays, such as /dev/serial/by-id/…
  --family FAMILY    ${boardFamilies.join(" ")}
  --address A        as set on the board; by default the lowest of the family
  --baud B           by default the factory's
  --feedback closing|opening
                     how the lock's contact is wired; by default as the family's documents say (closing)
  --byte-order firstByteFirst|lastByteFirst
                     for families whose documents disagree; by default lastByteFirst
  --channels N       locks of the board, where its reply does not tell
  --config FILE      kiosk.json of the kiosk to which the port belongs, where it never ran on this machine`;

/** One board, as the command line names it. */
export interface NamedBoard {
  readonly port: string;
  readonly driver: BoardDriver;
  readonly address: number;
  readonly baudRate: number;
  readonly feedback: Feedback;
  readonly byteOrder: ByteOrder;
  readonly channels: number | undefined;
  readonly configPath: string | undefined;
}

type Values = { readonly [Name in keyof typeof boardFlags]?: string | undefined };

/** Reads the flags of a board. Throws `WrongUse`. */
export function namedBoard(values: Values): NamedBoard {
  const port = needed("port", values.port);
  const driver = boardDriver(familyFlag(needed("family", values.family)));
  const { lowestAddress, highestAddress, channels, baudRates } = driver.limits;
  return {
    port,
    driver,
    address: numberFlag("address", values.address, { least: lowestAddress, most: highestAddress }) ?? lowestAddress,
    baudRate: baudFlag(values.baud) ?? baudRates[0] ?? 9_600,
    feedback: oneOf("feedback", values.feedback, ["closing", "opening"]) ?? "closing",
    byteOrder: oneOf("byte-order", values["byte-order"], ["firstByteFirst", "lastByteFirst"]) ?? "lastByteFirst",
    channels: numberFlag("channels", values.channels, { least: 1, most: channels }),
    configPath: values.config,
  };
}

export function familyFlag(text: string): BoardFamily {
  const family = boardFamilies.find((known) => known === text);
  if (family !== undefined) return family;
  throw new WrongUse(`"${text}" is no family of lock boards. There are: ${boardFamilies.join(" ")}.`);
}

export function baudFlag(text: string | undefined): number | undefined {
  return numberFlag("baud", text, { least: 1_200, most: 921_600 });
}

function oneOf<Word extends string>(name: string, text: string | undefined, words: readonly Word[]): Word | undefined {
  const word = words.find((known) => known === text);
  if (text !== undefined && word === undefined)
    throw new WrongUse(`--${name} is ${words.join(" or ")}, not "${text}".`);
  return word;
}
