import { SerialPort } from "serialport";
import { encodeCu16Request } from "#device/protocol/kerongCu16/requests.ts";
import { benchBoards } from "./pacedBoards.ts";

const REPLY_BYTES = 9;

/** A line is silent after this; whoever spoke before has ended. */
const SILENCE_MS = 100;
/** No transaction takes so long: the answer was lost, and the cycle does not count. */
const LOST_MS = 1_000;

/** Writes each board's question and reads its answer, and nothing else: no checks, no queue, one request at a time. */
export async function bareCycles(path: string, baudRate: number, cycles: number): Promise<number[]> {
  const port = new SerialPort({ path, baudRate, hupcl: false, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  const requests = benchBoards.map(({ address }) => Buffer.from(encodeCu16Request({ kind: "status", address })));
  let received = 0;
  let wake = (): void => {};
  port.on("data", (bytes: Buffer) => {
    received += bytes.length;
    if (received >= REPLY_BYTES) wake();
  });
  await new Promise<void>((resolve) => setTimeout(resolve, SILENCE_MS));
  const times: number[] = [];
  while (times.length < cycles) {
    const startMs = performance.now();
    for (const request of requests) {
      received = 0;
      const answered = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const cancel = setTimeout(() => wake(), LOST_MS);
      port.write(request);
      await answered;
      clearTimeout(cancel);
    }
    const tookMs = performance.now() - startMs;
    if (tookMs < LOST_MS) times.push(tookMs);
  }
  await new Promise<void>((resolve) => port.close(() => resolve()));
  return times;
}
