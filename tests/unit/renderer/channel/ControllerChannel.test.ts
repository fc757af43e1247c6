import { beforeEach, describe, expect, it } from "vitest";
import { type ChannelState, ControllerChannel, type SocketEvents } from "#renderer/channel/ControllerChannel.ts";
import { LONGEST_RETRY_MS, retryDelayMs } from "#renderer/channel/retryDelay.ts";
import { screenFixtures } from "#renderer/fixtures/screens.ts";
import { sampleSetup } from "#renderer/fixtures/setup.ts";
import { snapshotOf } from "#renderer/fixtures/snapshot.ts";
import { usualView } from "#renderer/fixtures/technicianView.ts";

const preferences = { language: "vi", textSize: 2, contrast: "normal" } as const;
const fixture = screenFixtures.notices ?? { screen: { name: "notices" } };
const setup = JSON.stringify({ type: "setup", setup: sampleSetup });
const snapshot = JSON.stringify({ type: "snapshot", snapshot: snapshotOf(fixture, preferences) });

let sockets: { readonly events: SocketEvents; readonly sent: string[]; isOpen: boolean }[];
let states: ChannelState[];
let waits: { readonly run: () => void; readonly delayMs: number }[];
let channel: ControllerChannel;

beforeEach(() => {
  sockets = [];
  states = [];
  waits = [];
  channel = new ControllerChannel({
    openSocket: (events) => {
      const socket = { events, sent: [] as string[], isOpen: true };
      sockets.push(socket);
      return {
        send: (text) => {
          if (socket.isOpen) socket.sent.push(text);
          return socket.isOpen;
        },
        close: () => {
          socket.isOpen = false;
        },
      };
    },
    wait: (run, delayMs) => waits.push({ run, delayMs }),
    onState: (state) => states.push(state),
  });
  channel.start();
});

describe("the page's end of the channel", () => {
  it("is connected once the setup and a snapshot are there", () => {
    sockets[0]?.events.onText(setup);
    expect(states).toEqual([]);
    sockets[0]?.events.onText(snapshot);
    expect(states.at(-1)).toMatchObject({ kind: "connected", snapshot: { screen: { name: "notices" } } });
  });

  it("shows the technician's live facts on the technician's screen only, and none of an earlier time", () => {
    const screen = { name: "technician", staffName: "Minh", section: "cabinet", canCommission: true } as const;
    const technician = JSON.stringify({ type: "snapshot", snapshot: snapshotOf({ screen }, preferences) });
    const facts = JSON.stringify({ type: "technician", view: usualView });
    const tell = (text: string) => sockets[0]?.events.onText(text);
    tell(facts);
    tell(setup);
    tell(snapshot);
    expect(states.at(-1)).toMatchObject({ kind: "connected", technician: undefined });
    tell(technician);
    tell(facts);
    expect(states.at(-1)).toMatchObject({ technician: { boards: usualView.boards } });
    const told = states.length;
    tell(snapshot);
    tell(technician);
    expect(states).toHaveLength(told + 2);
    expect(states.at(-1)).toMatchObject({ snapshot: { screen: { name: "technician" } }, technician: undefined });
  });

  it("shows nothing old after a loss, and connects again for ever, ever more slowly up to a limit", () => {
    sockets[0]?.events.onText(setup);
    sockets[0]?.events.onText(snapshot);
    for (let loss = 0; loss < 20; loss += 1) {
      sockets.at(-1)?.events.onClose();
      expect(states.at(-1)).toEqual({ kind: "connecting" });
      waits.at(-1)?.run();
    }
    expect(sockets).toHaveLength(21);
    expect(waits[0]?.delayMs).toBe(100);
    expect(waits.at(-1)?.delayMs).toBe(LONGEST_RETRY_MS);
  });

  it("does not draw a snapshot of a new connection before its setup", () => {
    sockets[0]?.events.onText(setup);
    sockets[0]?.events.onClose();
    waits[0]?.run();
    sockets[1]?.events.onText(snapshot);
    expect(states.at(-1)).toEqual({ kind: "connecting" });
  });

  it("ignores what an abandoned socket still says", () => {
    sockets[0]?.events.onClose();
    waits[0]?.run();
    sockets[0]?.events.onText(setup);
    sockets[0]?.events.onText(snapshot);
    sockets[0]?.events.onClose();
    expect(states).toEqual([{ kind: "connecting" }]);
  });

  it("stops for good when another page takes over", () => {
    sockets[0]?.events.onText(JSON.stringify({ type: "replaced" }));
    sockets[0]?.events.onClose();
    expect(states).toEqual([{ kind: "replaced" }]);
    expect(waits).toEqual([]);
    expect(channel.send({ type: "camera", state: "off" })).toBe(false);
  });

  it("drops what cannot be sent now and says so", () => {
    expect(channel.send({ type: "intent", revision: 1, intent: { kind: "back" } })).toBe(true);
    expect(sockets[0]?.sent).toEqual(['{"type":"intent","revision":1,"intent":{"kind":"back"}}']);
    sockets[0]?.events.onClose();
    expect(channel.send({ type: "intent", revision: 1, intent: { kind: "back" } })).toBe(false);
  });
});

it("doubles the wait from 100 ms to 5 s", () => {
  expect([0, 1, 2, 5, 6, 1000].map(retryDelayMs)).toEqual([100, 200, 400, 3200, 5000, 5000]);
});
