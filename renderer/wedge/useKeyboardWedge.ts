import { useEffect } from "react";
import type { PageMessage } from "#core/contract/channel.ts";
import { KeyboardWedge } from "./KeyboardWedge.ts";

/** Takes codes from scanners that type like a keyboard, on every screen: a receipt may be shown at the idle one too. */
export function useKeyboardWedge(send: (message: PageMessage) => void): void {
  useEffect(() => {
    const wedge = new KeyboardWedge(({ text }) =>
      send({ type: "scan", source: "keyboard", symbology: "unknown", ...(text === undefined ? {} : { text }) }),
    );
    return () => wedge.stop();
  }, [send]);
}
