import { describe, expect, test } from "vitest";
import { createNutClient, type ReportingPowerSupply } from "#device/power/nutClient.ts";
import { createMemoryWire, type MemoryWire } from "#device/transport/memoryTransport.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

interface Desk {
  readonly clock: ManualClock;
  readonly wire: MemoryWire;
  readonly supply: ReportingPowerSupply;
  /** What the daemon answers to each command; undefined: nothing. */
  answer: (command: string) => string | undefined;
  readonly commands: string[];
}

/** A daemon that says mains until told otherwise, in this process. */
async function connected(): Promise<Desk> {
  const clock = new ManualClock();
  const wire = createMemoryWire("power daemon");
  const supply = createNutClient({ transport: wire.transport, clock, upsName: "kiosk" });
  const desk: Desk = { clock, wire, supply, commands: [], answer: statusAnswer("OL") };
  wire.peer.onBytes((bytes) => {
    const command = new TextDecoder().decode(bytes).trim();
    desk.commands.push(command);
    const reply = desk.answer(command);
    if (reply !== undefined) wire.peer.send(new TextEncoder().encode(reply));
  });
  supply.start();
  await clock.advance(100);
  return desk;
}

function statusAnswer(words: string): Desk["answer"] {
  return (command) =>
    command.endsWith("ups.status") ? `VAR kiosk ups.status "${words}"\n` : "ERR VAR-NOT-SUPPORTED\n";
}

describe("the client of a power daemon", () => {
  test("reads a supply that tells nothing of its battery", async () => {
    const { supply } = await connected();
    expect(supply.latest()).toEqual({ source: "mains", battery: "operational", isShuttingDown: false });
  });

  test("believes an announced end for five minutes after the daemon died, and then no longer", async () => {
    const desk = await connected();
    desk.answer = statusAnswer("FSD OB LB");
    await desk.clock.advance(3_000);
    desk.wire.unplug();
    await desk.clock.advance(60_000);
    expect(desk.supply.latest()).toEqual({ source: "unknown", battery: "unknown", isShuttingDown: true });
    await desk.clock.advance(300_000);
    expect(desk.supply.latest().isShuttingDown).toBe(false);
  });

  test("ends a connection on which nothing is answered, and begins another", async () => {
    const desk = await connected();
    desk.answer = () => undefined;
    await desk.clock.advance(2_500);
    expect(desk.supply.latest().source).toBe("mains");
    await desk.clock.advance(3_000);
    expect(desk.supply.latest().source).toBe("unknown");
    desk.answer = statusAnswer("OB");
    await desk.clock.advance(10_000);
    expect(desk.supply.latest().source).toBe("battery");
  });

  test("ends a connection on which a line has no end, and begins another", async () => {
    const desk = await connected();
    desk.answer = () => "x".repeat(2_000);
    await desk.clock.advance(2_000);
    expect(desk.supply.latest().source).toBe("unknown");
    desk.answer = statusAnswer("OL");
    await desk.clock.advance(10_000);
    expect(desk.supply.latest().source).toBe("mains");
  });

  test("looks for a daemon that is away for an hour without an end, every few seconds", async () => {
    const desk = await connected();
    desk.wire.unplug();
    await desk.clock.advance(3_600_000);
    expect(desk.supply.latest().source).toBe("unknown");
    desk.wire.replug();
    await desk.clock.advance(5_000);
    expect(desk.supply.latest().source).toBe("mains");
  });

  test("passes over lines that answer something else", async () => {
    const desk = await connected();
    desk.answer = (command) =>
      `OK\nVAR other ups.status "OB LB"\nVAR kiosk ups.load "3"\n${statusAnswer("OL")(command) ?? ""}`;
    await desk.clock.advance(10_000);
    expect(desk.supply.latest()).toMatchObject({ source: "mains", battery: "operational" });
  });
});
