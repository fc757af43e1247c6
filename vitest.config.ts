import { defineConfig } from "vitest/config";

/** Minutes that `npm run test:full` gives to seeded and long tests; undefined in the ordinary run. */
const fullMinutes = process.env.KIOSK_MINUTES ? Number(process.env.KIOSK_MINUTES) : undefined;
/** A full run may spend its whole time in one test, and needs some to finish it. */
const longestMs = fullMinutes === undefined ? 120_000 : (fullMinutes + 5) * 60_000;

/** One project per folder below tests/; groups run one after the other, so that timing tests have the machine. */
function project(name: string, groupOrder: number, timeoutMs: number) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
      sequence: { groupOrder },
      ...(name === "e2e" ? { fileParallelism: false, maxWorkers: 1 } : { maxWorkers: 2 }),
    },
  };
}

export default defineConfig({
  test: {
    environment: "node",
    projects: [
      project("architecture", 0, 30_000),
      project("unit", 0, 10_000),
      project("integration", 1, 60_000),
      project("simulation", 2, longestMs),
      project("e2e", 3, longestMs),
    ],
  },
});
