import { expect, test } from "vitest";
import { readTrace } from "#renderer/desk/frameMeaning.ts";
import { deskSetup } from "#renderer/fixtures/desk.ts";

type Direction = "sent" | "received" | "dropped";

function meanings(...frames: readonly (readonly [Direction, string])[]): string[] {
  const trace = frames.map(([direction, hex], index) => ({ atMs: 1000 + index, direction, hex }));
  return readTrace(trace, deskSetup).map((line) => line.meaning);
}

test("an unlock request names the compartment behind board and channel", () => {
  expect(meanings(["sent", "02 0D 31 03 43"])).toEqual(["mở ngăn 14"]);
  expect(meanings(["sent", "02 10 31 03 46"])).toEqual(["mở ngăn 17"]);
});

test("an unlock of a lock without a door names board and channel", () => {
  expect(meanings(["sent", "02 1F 31 03 55"])).toEqual(["mở ngăn bo 1·16"]);
});

test("a frame whose meaning came with it keeps that meaning", () => {
  const line = { atMs: 1, direction: "sent", hex: "8A 02 01 11 98", meaning: "unlock board 2 channel 1" } as const;
  expect(readTrace([line], deskSetup)).toMatchObject([{ meaning: "unlock board 2 channel 1", isNews: true }]);
});

test("a status request names the board", () => {
  expect(meanings(["sent", "02 10 30 03 45"])).toEqual(["hỏi bo 1"]);
});

test("the first status of a board tells which doors are open", () => {
  expect(meanings(["received", "02 00 35 FF FF 00 00 03 38"])).toEqual(["đều đóng"]);
  expect(meanings(["received", "02 00 35 FB DF 00 00 03 14"])).toEqual(["3, 14 mở"]);
});

test("a later status tells what changed since the one before it of the same board", () => {
  expect(
    meanings(
      ["received", "02 00 35 FF FF 00 00 03 38"],
      ["received", "02 10 35 FF 00 00 00 03 49"],
      ["received", "02 00 35 FF DF 00 00 03 18"],
      ["received", "02 00 35 FF DF 00 20 03 38"],
      ["received", "02 00 35 FF DF 00 20 03 38"],
    ).slice(2),
  ).toEqual(["14 mở", "14 có vật", "không đổi"]);
});

test("locks that no door uses do not count as open", () => {
  expect(meanings(["received", "02 10 35 FF 00 00 00 03 49"])).toEqual(["đều đóng"]);
});

test("a dropped frame and a frame of unknown length are told apart", () => {
  expect(meanings(["dropped", "02 00 35 FB"], ["received", "02 00 35"], ["sent", "02 00 44 03 49"])).toEqual([
    "khung sai, bỏ",
    "khung lạ",
    "lệnh lạ",
  ]);
});

test("the short reply to an unlock is told as an acceptance, never as an open door", () => {
  expect(meanings(["received", "02 0B 38 03 48"])).toEqual(["12: đã nhận lệnh"]);
});

test("two equal frames in the same millisecond keep ids of their own", () => {
  const line = { atMs: 5, direction: "sent", hex: "02 00 30 03 35" } as const;
  const ids = readTrace([line, line], deskSetup).map((one) => one.lineId);
  expect(new Set(ids).size).toBe(2);
});
