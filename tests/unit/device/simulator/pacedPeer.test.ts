import { describe, expect, test } from "vitest";
import { pacedPeer } from "#device/simulator/pacedPeer.ts";
import type { BytePeer } from "#device/transport/memoryTransport.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

interface Arrival {
  readonly byte: number;
  readonly atMs: number;
}

function pacedLine(baudRate: number) {
  const clock = new ManualClock();
  const heard: Arrival[] = [];
  const sent: Arrival[] = [];
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const note = (into: Arrival[]) => (bytes: Uint8Array) =>
    into.push(...[...bytes].map((byte) => ({ byte, atMs: clock.monotonicMs() })));
  const line: BytePeer = { onBytes: (listener) => void listeners.push(listener), send: note(sent) };
  const peer = pacedPeer(line, clock, baudRate);
  peer.onBytes(note(heard));
  const arrive = (bytes: readonly number[]): void => {
    for (const listener of listeners) listener(Uint8Array.from(bytes));
  };
  return { clock, peer, arrive, heard, sent };
}

describe("a line at its real speed", () => {
  test("takes ten bit times for each byte in either direction", async () => {
    const { clock, peer, arrive, heard, sent } = pacedLine(1_000);
    arrive([1, 2, 3]);
    peer.send(Uint8Array.of(4, 5));
    await clock.advance(100);
    expect(heard.map(({ byte, atMs }) => [byte, atMs])).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
    expect(sent.map(({ byte, atMs }) => [byte, atMs])).toEqual([
      [4, 10],
      [5, 20],
    ]);
  });

  test("lets bytes that come while it is busy wait their turn", async () => {
    const { clock, arrive, heard } = pacedLine(1_000);
    arrive([1, 2]);
    await clock.advance(15);
    arrive([3]);
    await clock.advance(100);
    expect(heard.map(({ atMs }) => atMs)).toEqual([10, 20, 30]);
  });

  test("carries a whole CU16 transaction of 14 bytes at 9600 baud in 14.6 ms", async () => {
    const { clock, peer, arrive, heard, sent } = pacedLine(9_600);
    arrive([2, 0, 0x30, 3, 0x35]);
    while (heard.length < 5) await clock.advance(1);
    peer.send(new Uint8Array(9));
    await clock.advance(100);
    expect(heard.at(-1)?.atMs).toBeCloseTo(5.2, 1);
    expect(sent.length).toBe(9);
    expect((sent.at(-1)?.atMs ?? 0) - (sent[0]?.atMs ?? 0)).toBeCloseTo(8.3, 1);
  });
});
