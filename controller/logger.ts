import pino, { type DestinationStream, type Logger } from "pino";

export type { Logger } from "pino";

/**
 * Names of fields that may hold personal data or secrets, wherever they stand in the first three levels. Nobody should
 * log them at all; this is the net under that rule.
 */
const NEVER_LOGGED = [
  "name",
  "fullName",
  "idNumber",
  "phone",
  "secondValue",
  "pickupCode",
  "receiptToken",
  "personal",
  "person",
  "text",
  "code",
  "digits",
  "pin",
  "card",
  "cardText",
  "token",
  "ticket",
  "visit",
  "cookie",
  "authorization",
  "enrolmentCode",
  "launch",
];

export interface LoggerOptions {
  readonly level?: "debug" | "info" | "warn" | "error";
  /** Where lines go; standard error by default, because standard output belongs to the supervisor's protocol. */
  readonly destination?: DestinationStream;
  /** Wall time that lines carry, milliseconds; the system's by default. */
  readonly nowMs?: () => number;
}

/** A structured logger, one JSON object a line, without personal data. */
export function createLogger({ level = "info", destination, nowMs }: LoggerOptions = {}): Logger {
  const paths = NEVER_LOGGED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: nowMs === undefined ? true : () => `,"time":${nowMs()}`,
    redact: { paths, censor: "[removed]" },
    // An error's message may quote what it was about; its kind and place say enough.
    serializers: { err: describeError, error: describeError },
  };
  return pino(options, destination ?? pino.destination(2));
}

/** What may be told of an error: its kind, its code, and where it arose. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const places = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return { kind: error.name, errorCode: code, places: places.slice(0, 8).map((line) => line.trim()) };
}
