import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ControlRequest } from "#core/contract/control.ts";
import { closedLine } from "#core/readiness/closedLine.ts";
import { openControlSocket, type SendLine, socketPathIn } from "../control/controlSocket.ts";
import { registerPorts } from "../control/startControl.ts";
import type { KioskOptions } from "../kiosk.ts";
import type { StoreTrouble } from "../storeHealth/storeTrouble.ts";
import { faultCode } from "./faultCode.ts";

/** Answers `kioskctl` for a closed kiosk: it says why, and moves nothing. Never rejects. */
export async function startClosedControl(
  options: KioskOptions,
  trouble: () => StoreTrouble,
): Promise<{ close(): Promise<void> }> {
  const { loaded, logger } = options;
  const { dataDir, kioskNumber } = loaded.config;
  // The socket there belongs to the process that has the log.
  if (trouble().reason === "inUse") return { close: async () => {} };
  const perform = async (request: ControlRequest, send: SendLine): Promise<void> => {
    const { reason, message } = trouble();
    if (request.command === "ping") return send({ kind: "pong", kioskNumber });
    if (request.command !== "readiness") return send({ kind: "refused", sentence: `The kiosk is closed. ${message}` });
    send({ kind: "readiness", lines: [closedLine(reason, faultCode(kioskNumber, reason), message)] });
  };
  const places = [
    () => socketPathIn(dataDir),
    () => join(mkdtempSync(join(tmpdir(), "dossier-kiosk-")), "control.sock"),
  ];
  for (const place of places) {
    try {
      const path = place();
      const socket = await openControlSocket({ path, logger, perform });
      registerPorts(options, path);
      return socket;
    } catch (error) {
      // The data folder may be what cannot be written.
      logger.warn({ err: error }, "kioskctl cannot reach this closed controller there.");
    }
  }
  return { close: async () => {} };
}
