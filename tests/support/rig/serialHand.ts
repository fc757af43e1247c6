import { closeSync, constants, openSync, writeSync } from "node:fs";

/** A scanner on a serial line, seen from the hand that holds codes before it. */
export interface SerialHand {
  /** The scanner reads this code and sends it with the usual end of line. */
  show(code: string): void;
  close(): void;
}

export function handAtScanner(path: string): SerialHand {
  // Held open: a pseudo-terminal that nobody has open hangs up.
  const file = openSync(path, constants.O_RDWR | constants.O_NOCTTY);
  return {
    show: (code) => {
      const bytes = Buffer.from(`${code}\r\n`, "utf8");
      for (let sent = 0; sent < bytes.length; ) sent += writeSync(file, bytes, sent);
    },
    close: () => closeSync(file),
  };
}
