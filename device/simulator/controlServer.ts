import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import { InvariantError } from "#core/base/assert.ts";
import { paperPng } from "../printer/paperImage.ts";
import type { SimulatedCabinet } from "./simulatedCabinet.ts";
import type { SimulatedPrinter } from "./simulatedPrinter.ts";

const Lock = z.strictObject({ board: z.string(), channel: z.number().int() });

/** Everything that a person or a fault can do to the simulated devices. */
export const ControlAction = z.discriminatedUnion("action", [
  z.strictObject({ action: z.enum(["shutDoor", "forceDoor", "putBag", "takeBag"]), lock: Lock }),
  z.strictObject({
    action: z.literal("breakCompartment"),
    lock: Lock,
    isJammed: z.boolean().optional(),
    stuckSensor: z.enum(["open", "closed", "none"]).optional(),
  }),
  z.strictObject({
    action: z.literal("breakBoard"),
    board: z.string(),
    isDead: z.boolean().optional(),
    isMute: z.boolean().optional(),
    hasNoUnlockReply: z.boolean().optional(),
    busyAfterUnlockMs: z.number().min(0).max(60_000).optional(),
    corruptReplies: z.number().int().min(0).optional(),
    replyDelayMs: z.number().min(0).max(10_000).optional(),
    splitPauseMs: z.number().min(0).max(10_000).optional(),
    noiseBytes: z.number().int().min(0).max(256).optional(),
    hasWrongAddress: z.boolean().optional(),
    hasTwin: z.boolean().optional(),
  }),
  z.strictObject({ action: z.literal("breakWire"), isEchoing: z.boolean() }),
  z.strictObject({
    action: z.literal("breakPrinter"),
    isPaperOut: z.boolean().optional(),
    isCoverOpen: z.boolean().optional(),
    isSilent: z.boolean().optional(),
    isNearEnd: z.boolean().optional(),
    rowsLeft: z.number().int().min(0).optional(),
  }),
  z.strictObject({ action: z.enum(["unplugWire", "plugWire", "repair"]) }),
]);
export type ControlAction = z.infer<typeof ControlAction>;

export interface SimulatedDevices {
  readonly cabinet: SimulatedCabinet;
  readonly printer: SimulatedPrinter;
}

/** Carries out one action; false when it had no effect, such as reaching into a shut compartment. */
export function control({ cabinet, printer }: SimulatedDevices, action: ControlAction): boolean {
  switch (action.action) {
    case "putBag":
    case "takeBag":
      return cabinet[action.action](action.lock);
    case "shutDoor":
    case "forceDoor":
      cabinet[action.action](action.lock);
      return true;
    case "breakCompartment": {
      const { isJammed, stuckSensor } = action;
      cabinet.breakCompartment(action.lock, {
        ...(isJammed !== undefined && { isJammed }),
        ...(stuckSensor !== undefined && { stuckSensor: stuckSensor === "none" ? undefined : stuckSensor }),
      });
      return true;
    }
    case "breakBoard": {
      const { action: _, board, ...faults } = action;
      cabinet.breakBoard(board, given(faults));
      return true;
    }
    case "breakWire":
      cabinet.breakWire({ isEchoing: action.isEchoing });
      return true;
    case "breakPrinter": {
      const { action: _, ...faults } = action;
      printer.break(given(faults));
      return true;
    }
    case "repair":
      printer.repair();
      cabinet.repair();
      return true;
    default:
      cabinet[action.action]();
      return true;
  }
}

/**
 * A small HTTP control on the loopback interface, for tests in another process.
 * `GET /state` · `POST /control` with a `ControlAction` · `GET /papers/N.png` and `GET /papers/N` (N from 0, oldest kept).
 */
export function createControlServer(devices: SimulatedDevices): Server {
  return createServer((request, response) => {
    respond(devices, request, response).catch((error: unknown) => {
      const isKnown = error instanceof z.ZodError || error instanceof InvariantError || error instanceof SyntaxError;
      sendJson(response, isKnown ? 400 : 500, { error: error instanceof Error ? error.message : String(error) });
    });
  });
}

async function respond(devices: SimulatedDevices, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = "/" } = request;
  if (method === "POST" && url === "/control") {
    const hadEffect = control(devices, ControlAction.parse(JSON.parse(await readBody(request))));
    return sendJson(response, 200, { hadEffect, ...stateOf(devices) });
  }
  if (method === "GET" && url === "/state") return sendJson(response, 200, stateOf(devices));
  const [, number, png] = /^\/papers\/(\d+)(\.png)?$/.exec(url) ?? [];
  const paper = number === undefined ? undefined : devices.printer.state().papers[Number(number)];
  if (method !== "GET" || paper === undefined) return sendJson(response, 404, { error: "There is nothing here." });
  if (png === undefined) return sendJson(response, 200, { ...paper, data: Buffer.from(paper.data).toString("base64") });
  response.writeHead(200, { "content-type": "image/png" }).end(paperPng(paper));
}

function stateOf({ cabinet, printer }: SimulatedDevices): object {
  const { papers, ...rest } = printer.state();
  const sizes = papers.map(({ widthDots, heightDots }) => ({ widthDots, heightDots }));
  return { cabinet: cabinet.state(), printer: { ...rest, papers: sizes } };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > 65_536) throw new SyntaxError("The request is too long.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** The members that were named in a message; the others keep their value. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  // Object.fromEntries forgets which keys it was given; only members that are undefined were left out.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
