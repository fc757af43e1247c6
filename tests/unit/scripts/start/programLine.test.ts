import { expect, test } from "vitest";
import { parseProgramLine } from "#scripts/start/programLine.ts";

test("a program announces that it is ready and where", () => {
  expect(parseProgramLine("ready http://127.0.0.1:8401/?launch=a")).toEqual({
    kind: "ready",
    url: "http://127.0.0.1:8401/?launch=a",
  });
  expect(parseProgramLine("address cabinet http://127.0.0.1:8401/desk/")).toEqual({
    kind: "address",
    name: "cabinet",
    url: "http://127.0.0.1:8401/desk/",
  });
});

test.each([
  "",
  "ready",
  "ready soon",
  "ready http://a b",
  "address http://a/",
  '{"msg":"ready http://a/"}',
  "ready file:///a",
])("the line %j is ordinary output", (line) => {
  expect(parseProgramLine(line)).toBeUndefined();
});
