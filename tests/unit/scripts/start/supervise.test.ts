import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { supervise } from "#scripts/start/supervise.ts";

/** A program that runs a line of JavaScript. */
function program(source: string) {
  return {
    name: "stand-in",
    start: () => spawn(process.execPath, ["-e", source], { stdio: ["ignore", "pipe", "pipe"] }),
  };
}

test("a supervised program announces itself, its logs pass through, and it ends when asked", async () => {
  const output: string[] = [];
  const { promise: ready, resolve } = Promise.withResolvers<string>();
  const supervised = supervise(
    program('console.error("a log"); console.log("ready http://127.0.0.1:1/"); setInterval(() => {}, 1000)'),
    { onLine: ({ url }) => resolve(url), onOutput: (line) => output.push(line), onEnded: () => {} },
  );
  expect(await ready).toBe("http://127.0.0.1:1/");
  await supervised.stop();
  expect(output).toEqual(["a log"]);
});

test("a program that ends is started again, and says how it ended", async () => {
  const ended: [string, number][] = [];
  const { promise: twice, resolve } = Promise.withResolvers<void>();
  const onEnded = (reason: string, pauseMs: number) => {
    ended.push([reason, pauseMs]);
    if (ended.length === 2) resolve();
  };
  const events = { onLine: () => {}, onOutput: () => {}, onEnded };
  const supervised = supervise(program("process.exit(3)"), events, { restartPause: { firstMs: 1, mostMs: 100 } });
  await twice;
  await supervised.stop();
  expect(ended).toEqual([
    ["ended with code 3", 1],
    ["ended with code 3", 2],
  ]);
});

test("a program that cannot be started is reported, not thrown", async () => {
  const { promise: reason, resolve } = Promise.withResolvers<string>();
  const missing = { name: "missing", start: () => spawn("/nowhere/to/be/found", [], { stdio: "pipe" }) };
  const supervised = supervise(missing, { onLine: () => {}, onOutput: () => {}, onEnded: resolve });
  expect(await reason).toContain("could not be started");
  await supervised.stop();
});
