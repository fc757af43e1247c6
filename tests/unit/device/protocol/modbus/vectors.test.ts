import { describe, expect, test } from "vitest";
import { crc16 } from "#device/protocol/modbus/crc16.ts";
import { modbusDriver } from "#device/protocol/modbus/driver.ts";
import { closeFrame, replyRule, requestRule } from "#device/protocol/modbus/frames.ts";
import { decodeModbusReply, encodeModbusReply } from "#device/protocol/modbus/replies.ts";
import { decodeModbusRequest, encodeModbusRequest } from "#device/protocol/modbus/requests.ts";
import { bytes, hex } from "#tests/support/hex.ts";

const place = { address: 1, channels: 8, byteOrder: "firstByteFirst" } as const;
const allOff = "01 05 00 FF 00 00 FD FA";
const flash = "01 05 02 00 00 05 0C 71";

describe("Modbus vectors", () => {
  test.each([
    ["M1", "01 05 00 00 FF 00 8C 3A"],
    ["M2", "01 05 00 00 00 00 CD CA"],
    ["M6", "01 01 00 00 00 08 3D CC"],
    ["M8", "01 0F 00 00 00 08 01 FF BE D5"],
    ["M9", "00 06 40 00 00 01 5C 1B"],
    ["M9", "00 06 40 00 00 02 1C 1A"],
  ])("%s: %s is a good frame that is never understood: we neither send nor obey it", (_name, text) => {
    const frame = bytes(text);
    expect(requestRule(frame, 0)).toEqual({ kind: "frame", length: frame.length });
    expect(decodeModbusRequest(frame)).toBeUndefined();
    expect(decodeModbusReply(frame)).toBeUndefined();
    expect(modbusDriver.describe(frame, "sent")).toBeUndefined();
  });

  test.each(["01 01 01 00 51 88", "01 0F 00 00 00 08 54 0D"])(
    "M6, M8: %s has a good CRC and answers a question that is never asked",
    (text) => {
      const frame = bytes(text);
      const crc = crc16(frame.subarray(0, -2));
      expect([...frame.subarray(-2)]).toEqual([crc & 0xff, crc >> 8]);
      expect(replyRule(frame, 0)).toEqual({ kind: "none" });
    },
  );

  test("M3: relay 0 is flashed for 500 ms with 01 05 02 00 00 05 0C 71, and the echo notes it", () => {
    const request = modbusDriver.unlockRequest(place, 1);
    expect(hex(request.bytes)).toBe(flash);
    expect(request.accept(bytes(flash))).toBe("noted");
    expect(decodeModbusRequest(bytes(flash))).toEqual({ kind: "flashOn", address: 1, channel: 1 });
    expect(modbusDriver.describe(bytes(flash), "sent")).toBe("unlock board 1 channel 1");
    expect(modbusDriver.describe(bytes(flash), "received")).toBe("echo of unlock board 1 channel 1");
  });

  test("M5: a wire that opens gets 01 05 00 FF 00 00 FD FA for each board: all relays off", () => {
    expect(modbusDriver.startFrames?.(place).map(hex)).toEqual([allOff]);
    expect(decodeModbusRequest(bytes(allOff))).toEqual({ kind: "allOff", address: 1 });
    expect(modbusDriver.describe(bytes(allOff), "sent")).toBe("all relays off board 1");
  });

  test("M7: eight inputs are read with 01 02 00 00 00 08 79 CC, and 01 02 01 20 A0 50 says that input 6 is active", () => {
    const request = modbusDriver.statusRequest(place);
    expect(hex(request.bytes)).toBe("01 02 00 00 00 08 79 CC");
    const closed = request.accept(bytes("01 02 01 20 A0 50"))?.map(({ saysClosed }) => saysClosed);
    expect(closed).toEqual([false, false, false, false, false, true, false, false]);
    expect(modbusDriver.describe(bytes("01 02 01 20 A0 50"), "received")).toBe("status board 1: active 6");
    expect(modbusDriver.describe(request.bytes, "sent")).toBe("status board 1, 8 inputs");
    const inputs = Array.from({ length: 8 }, (_, at) => at === 5);
    expect(hex(encodeModbusReply({ kind: "inputs", address: 1, inputs }))).toBe("01 02 01 20 A0 50");
  });

  test.each([
    ["01 02 01 03 A1 90", "E1 89"],
    ["01 01 01 01 51 88", "90 48"],
  ])("M-bad: %s has a wrong CRC and is refused; %s would be right", (text, right) => {
    const frame = bytes(text);
    const crc = crc16(frame.subarray(0, -2));
    expect(hex(Uint8Array.of(crc & 0xff, crc >> 8))).toBe(right);
    expect(replyRule(frame, 0)).toEqual({ kind: "none" });
    expect(decodeModbusReply(frame)).toBeUndefined();
  });

  test("inputs from another one than the first, plain ON and OFF, longer flashes and flash-off are no requests of ours", () => {
    const bodies = [
      [1, 2, 0, 1, 0, 8],
      [1, 2, 0, 0, 0, 33],
      [1, 5, 0, 7, 0xff, 0],
      [1, 5, 0, 0xff, 0xff, 0],
      [1, 5, 2, 0, 0, 6],
      [1, 5, 2, 0, 0xff, 0],
      [1, 5, 2, 0x20, 0, 5],
      [1, 5, 4, 0, 0, 5],
    ];
    expect(bodies.map((body) => decodeModbusRequest(closeFrame(body)))).toEqual(bodies.map(() => undefined));
  });

  test("a CRC with its high byte first is refused", () => {
    expect(decodeModbusReply(bytes("01 02 01 20 50 A0"))).toBeUndefined();
    expect(decodeModbusRequest(bytes("01 05 02 00 00 05 71 0C"))).toBeUndefined();
  });
});

describe("Modbus answers", () => {
  const exception = (fn: 2 | 5, code: number, address = 1): Uint8Array =>
    encodeModbusReply({ kind: "exception", address, fn, code });
  const inputsOf = (count: number, address = 1): Uint8Array =>
    encodeModbusReply({ kind: "inputs", address, inputs: Array.from({ length: count }, (_, at) => at === 0) });

  test("an exception to the flash refuses the unlock: the board has no pulse of its own", () => {
    expect(hex(exception(5, 2))).toBe("01 85 02 C3 51");
    const request = modbusDriver.unlockRequest(place, 1);
    expect([1, 2, 3, 4, 11].map((code) => request.accept(exception(5, code)))).toEqual(new Array(5).fill("refused"));
    expect(modbusDriver.describe(exception(5, 2), "received")).toBe("write refused board 1: exception 2");
  });

  test("an answer of another board, of another relay or to another function is no answer to a flash", () => {
    const request = modbusDriver.unlockRequest(place, 1);
    const others = [
      exception(5, 2, 2),
      exception(2, 2),
      inputsOf(8),
      bytes(allOff),
      encodeModbusRequest({ kind: "flashOn", address: 2, channel: 1 }),
      encodeModbusRequest({ kind: "flashOn", address: 1, channel: 2 }),
      bytes("01 05 00 00 FF 00 8C 3A"),
    ];
    expect(others.map((frame) => request.accept(frame))).toEqual(others.map(() => undefined));
  });

  test("as many inputs are read as locks are connected, in the bytes that they need", () => {
    const request = modbusDriver.statusRequest({ ...place, channels: 12 });
    expect(decodeModbusRequest(request.bytes)).toEqual({ kind: "readInputs", address: 1, count: 12 });
    expect(request.accept(inputsOf(12))).toHaveLength(12);
    expect(request.accept(inputsOf(12))?.[0]).toEqual({ saysClosed: true, saysOccupied: undefined });
    for (const frame of [inputsOf(8), inputsOf(24), inputsOf(12, 2), exception(2, 2)])
      expect(request.accept(frame)).toBeUndefined();
  });

  test("a search asks for 32, 16 and 8 inputs and finds as many as answer", () => {
    const probes = modbusDriver.probeRequests(1);
    expect(probes.map(({ bytes: sent }) => hex(sent).slice(0, 17))).toEqual([
      "01 02 00 00 00 20",
      "01 02 00 00 00 10",
      "01 02 00 00 00 08",
    ]);
    expect([32, 16, 8].map((count, at) => probes[at]?.accept(inputsOf(count)))).toEqual([
      { channels: 32 },
      { channels: 16 },
      { channels: 8 },
    ]);
  });

  test("a board that refuses every reading is found with no channels, once the smallest was refused", () => {
    const found = modbusDriver.probeRequests(1).map((probe) => probe.accept(exception(2, 2)));
    expect(found).toEqual([undefined, undefined, { channels: 0 }]);
    for (const other of [exception(2, 2, 2), exception(5, 2), bytes(allOff)])
      expect(modbusDriver.probeRequests(1)[2]?.accept(other)).toBeUndefined();
    expect(modbusDriver.describe(exception(2, 2), "received")).toBe("status refused board 1: exception 2");
  });

  test("an exception with a code that Modbus does not have, or a reading of 5 bytes, is no frame", () => {
    expect([0, 1, 11, 12].map((code) => replyRule(exception(5, code), 0).kind)).toEqual([
      "none",
      "frame",
      "frame",
      "none",
    ]);
    expect(replyRule(closeFrame([1, 2, 5, 0, 0, 0, 0, 0]), 0)).toEqual({ kind: "none" });
  });

  test("address 0, which means all boards, cannot be spoken to", () => {
    expect(() => modbusDriver.statusRequest({ ...place, address: 0 })).toThrow(/no board address 0/);
    expect(() => modbusDriver.startFrames?.({ ...place, address: 0 })).toThrow(/no board address 0/);
    expect(() => modbusDriver.probeRequests(248)).toThrow(/no board address 248/);
    expect(() => encodeModbusRequest({ kind: "allOff", address: 0 })).toThrow(/no board address 0/);
    expect(() => encodeModbusRequest({ kind: "flashOn", address: 1, channel: 33 })).toThrow(/no channel 33/);
    expect(decodeModbusRequest(bytes("00 05 00 FF 00 00 FC 2B"))).toBeUndefined();
  });
});
