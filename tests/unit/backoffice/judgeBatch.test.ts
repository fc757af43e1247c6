import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeBatch } from "#backoffice/intake/judgeBatch.ts";
import { GENESIS_HASH } from "#core/events/chain.ts";
import { KioskLog } from "../../support/kioskLog.ts";

const { events } = new KioskLog().fill(30);
const headAt = (seq: number) => ({ seq, hash: events[seq - 1]?.hash ?? GENESIS_HASH });
const hashAt = (seq: number) => events[seq - 1]?.hash;

test("of any run of the log, exactly what is missing is taken, and a run that begins too late is a gap", () => {
  const seq = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(seq, seq, seq, (head, from, length) => {
      const run = events.slice(from, from + length);
      const verdict = judgeBatch(run, headAt(head), hashAt);
      if (run.length > 0 && from > head) return verdict.result === "refuse" && verdict.reason === "gap";
      return verdict.result === "take" && verdict.fresh.length === run.filter((event) => event.seq > head).length;
    }),
  );
});

test("whatever single field is changed, the batch is not taken", () => {
  const changes = [
    { payload: "{}" },
    { atMs: 1 },
    { type: "other" },
    { version: 2 },
    { sealed: "AA" },
    { isTimeTrusted: false },
  ];
  for (const change of changes) {
    const changed = events.map((event) => (event.seq === 12 ? { ...event, ...change } : event));
    expect(judgeBatch(changed, headAt(5), hashAt)).toMatchObject({ result: "refuse", reason: "badChain" });
  }
});
