import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  askIdentity,
  countQuestions,
  cutPaper,
  feedLines,
  INITIALISE,
  LEAVE_CHINESE_MODE,
  rasterStrips,
} from "#device/protocol/escPos/commands.ts";
import {
  causeFromAnswer,
  factsFromAnswers,
  factsFromAutomatic,
  printerStatus,
} from "#device/protocol/escPos/printerState.ts";
import { StatusReader } from "#device/protocol/escPos/statusReader.ts";
import { parseCommand } from "#device/simulator/escPosParser.ts";
import { bytes, hex } from "#tests/support/hex.ts";

describe("ESC/POS commands", () => {
  test("a black square of 8 dots is 1D 76 30 00 01 00 08 00 and eight FF", () => {
    const strips = rasterStrips({ widthDots: 8, heightDots: 8, data: new Uint8Array(8).fill(0xff) });
    expect(strips.map(hex)).toEqual(["1D 76 30 00 01 00 08 00 FF FF FF FF FF FF FF FF"]);
  });

  test("initialising, leaving Chinese mode, feeding and cutting are the bytes of the manuals", () => {
    expect([INITIALISE, LEAVE_CHINESE_MODE, feedLines(4), cutPaper("full"), cutPaper("partial")].map(hex)).toEqual([
      "1B 40",
      "1C 2E",
      "1B 64 04",
      "1D 56 00",
      "1D 56 01",
    ]);
  });

  test("asking for the identity is 1D 49 41 to 44", () => {
    const asked = (["firmware", "maker", "model", "serial"] as const).map(askIdentity).map(hex);
    expect(asked).toEqual(["1D 49 41", "1D 49 42", "1D 49 43", "1D 49 44"]);
  });

  test("questions are counted wherever they stand, also across two parts", () => {
    expect(countQuestions(["10 04 01 10 04 05", "FF 10", "04 04 10 04 02"].map(bytes))).toBe(3);
  });

  test("strips carry every row of a picture once, in order", () => {
    const size = fc.record({
      rowBytes: fc.integer({ min: 1, max: 104 }),
      heightDots: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(size, ({ rowBytes, heightDots }) => {
        const data = Uint8Array.from({ length: rowBytes * heightDots }, (_, index) => index % 251);
        const strips = rasterStrips({ widthDots: rowBytes * 8, heightDots, data });
        const parsed = strips.map((strip) => parseCommand(strip)?.command);
        const printed = parsed.flatMap((command) => (command?.kind === "raster" ? [command.data] : []));
        expect(Buffer.concat(printed).equals(data)).toBe(true);
      }),
    );
  });

  test("a picture whose data does not fit its size is a defect", () => {
    expect(() => rasterStrips({ widthDots: 16, heightDots: 2, data: new Uint8Array(3) })).toThrow(/does not fit/);
    expect(() => rasterStrips({ widthDots: 840, heightDots: 1, data: new Uint8Array(105) })).toThrow(/840 dots wide/);
  });
});

describe("ESC/POS status", () => {
  const fromAnswers = (printer: number, cause: number, roll: number) =>
    printerStatus(factsFromAnswers(printer, cause, roll), true);
  const fromAutomatic = (text: string) => {
    const [message] = new StatusReader().push(bytes(text));
    if (message?.kind !== "automatic") throw new Error("not an automatic status");
    return printerStatus(factsFromAutomatic(message.bytes), true);
  };

  test("answers are read bit by bit", () => {
    expect(fromAnswers(0x12, 0x12, 0x12)).toEqual({ status: "ready", paper: "full" });
    expect(fromAnswers(0x1a, 0x12, 0x12)).toEqual({ status: "offline", paper: "full" });
    expect(fromAnswers(0x1a, 0x16, 0x12)).toEqual({ status: "coverOpen", paper: "full" });
    expect(fromAnswers(0x1a, 0x32, 0x12)).toEqual({ status: "paperOut", paper: "out" });
    expect(fromAnswers(0x12, 0x12, 0x1e)).toEqual({ status: "ready", paper: "nearEnd" });
    expect(fromAnswers(0x12, 0x12, 0x7e)).toEqual({ status: "paperOut", paper: "out" });
    expect(fromAnswers(0x1a, 0x52, 0x12)).toEqual({ status: "error", paper: "full" });
  });

  test("automatic status is read bit by bit, whatever its last byte says", () => {
    expect(fromAutomatic("10 00 00 00")).toEqual({ status: "ready", paper: "full" });
    expect(fromAutomatic("10 00 03 6F")).toEqual({ status: "ready", paper: "nearEnd" });
    expect(fromAutomatic("38 00 00 00")).toEqual({ status: "coverOpen", paper: "full" });
    expect(fromAutomatic("18 00 0F 00")).toEqual({ status: "paperOut", paper: "out" });
    expect(fromAutomatic("10 08 00 00")).toEqual({ status: "error", paper: "full", cause: "cutter" });
    expect(fromAutomatic("10 20 00 00")).toMatchObject({ status: "error", cause: "unrecoverable" });
    expect(fromAutomatic("10 40 00 00")).toMatchObject({ status: "error", cause: "passing" });
  });

  test("the cause of an error is read bit by bit, and the graver one counts", () => {
    expect([0x12, 0x16, 0x1a, 0x32, 0x52, 0x3a, 0x1e].map(causeFromAnswer)).toEqual([
      undefined,
      "recoverable",
      "cutter",
      "unrecoverable",
      "passing",
      "unrecoverable",
      "cutter",
    ]);
  });

  test("without a near-end sensor only the end of the paper is known", () => {
    expect(printerStatus(factsFromAnswers(0x12, 0x12, 0x1e), false).paper).toBe("notSupported");
    expect(printerStatus(factsFromAnswers(0x12, 0x12, 0x7e), false).paper).toBe("out");
  });

  test("answers and automatic status are told apart however the bytes are cut and mixed", () => {
    const answer = fc.constantFrom(0x12, 0x1a, 0x16, 0x32, 0x1e, 0x7e).map((byte) => [byte]);
    const automatic = fc.constantFrom([0x10, 0, 0, 0], [0x18, 0, 0x0f, 0], [0x38, 0, 0, 0x6f]);
    fc.assert(
      fc.property(fc.array(fc.oneof(answer, automatic)), fc.integer({ min: 1, max: 5 }), (messages, cut) => {
        const stream = messages.flat();
        const reader = new StatusReader();
        const seen = [];
        for (let at = 0; at < stream.length; at += cut)
          seen.push(...reader.push(Uint8Array.from(stream.slice(at, at + cut))));
        expect(
          seen.map((message) =>
            message.kind === "automatic" ? message.bytes : message.kind === "answer" && [message.byte],
          ),
        ).toEqual(messages);
      }),
    );
  });

  test("an answer between the bytes of an automatic status harms neither", () => {
    const messages = new StatusReader().push(bytes("18 00 12 0F 00"));
    expect(messages).toEqual([
      { kind: "answer", byte: 0x12 },
      { kind: "automatic", bytes: [0x18, 0, 0x0f, 0] },
    ]);
  });

  test("a name is read between 5F and 00, whatever its letters look like", () => {
    // "T" has the fixed bits of an automatic status, "2" those of an answer.
    expect(new StatusReader().push(bytes("5F 54 4D 2D 54 32 30 00 12"))).toEqual([
      { kind: "identity", text: "TM-T20" },
      { kind: "answer", byte: 0x12 },
    ]);
  });

  test("an answer inside a name harms neither", () => {
    expect(new StatusReader().push(bytes("5F 54 4D 12 2D 38 00"))).toEqual([
      { kind: "answer", byte: 0x12 },
      { kind: "identity", text: "TM-8" },
    ]);
  });

  test("a name without an end is given up, and what comes after it is read", () => {
    const endless = new Uint8Array(200).fill(0x41);
    const reader = new StatusReader();
    expect(reader.push(Uint8Array.of(0x5f, ...endless))).toEqual([]);
    expect(reader.push(bytes("00 10 00 00 00"))).toEqual([{ kind: "automatic", bytes: [0x10, 0, 0, 0] }]);
  });

  test("bytes that are neither are passed over", () => {
    expect(new StatusReader().push(bytes("FF 00 93 11 13 41"))).toEqual([]);
  });
});
