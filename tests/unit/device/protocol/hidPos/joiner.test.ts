import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HidPosJoined, HidPosJoiner, PART_SILENCE_MS } from "#device/protocol/hidPos/joiner.ts";
import { hidPosReports } from "#device/protocol/hidPos/report.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (joined: HidPosJoined | undefined): string | undefined =>
  joined?.kind === "code" ? new TextDecoder().decode(joined.code.bytes) : joined?.kind;

/** All reports one after the other, `gapMs` apart. */
function join(joiner: HidPosJoiner, reports: readonly Uint8Array[], gapMs = 2): HidPosJoined[] {
  return reports.map((report, at) => joiner.push(report, at * gapMs));
}

describe("the parts of a code over HID POS", () => {
  test("are joined before they are read as text, so that no Vietnamese letter breaks", () => {
    // 55 letters put the three bytes of the next one across the cut after 56 bytes.
    const text = `${"x".repeat(55)}ồ, Nguyễn Thị Hường, Phường 1, Quận 6, Thành phố Hồ Chí Minh`;
    const joined = join(new HidPosJoiner(), hidPosReports("]Q1", encode(text)));
    expect(textOf(joined.at(-1))).toBe(text);
  });

  test("give any code back whole, without one end of line", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.constantFrom("", "\r", "\n", "\r\n"),
        (text, end) => {
          const clean = text.replace(/[\r\n]/g, "");
          const joined = join(new HidPosJoiner(), hidPosReports("]Q1", encode(`${clean}${end}`)));
          expect(textOf(joined.at(-1))).toBe(clean);
        },
      ),
    );
  });

  test("are dropped when the rest does not come within half a second", () => {
    const joiner = new HidPosJoiner();
    const [half = new Uint8Array()] = hidPosReports("]Q1", encode("A".repeat(60)));
    const [whole = new Uint8Array()] = hidPosReports("]Q1", encode("B"));
    joiner.push(half, 0);
    expect(textOf(joiner.push(whole, PART_SILENCE_MS))).toBe("B");
    joiner.push(half, 10_000);
    expect(textOf(joiner.push(whole, 10_000 + PART_SILENCE_MS - 1))).toBe(`${"A".repeat(56)}B`);
  });

  test("are dropped when a code of another type comes between", () => {
    const joiner = new HidPosJoiner();
    const [half = new Uint8Array()] = hidPosReports("]Q1", encode("A".repeat(60)));
    const [other = new Uint8Array()] = hidPosReports("]C0", encode("B"));
    joiner.push(half, 0);
    expect(joiner.push(other, 1)).toEqual({ kind: "code", code: { aimId: "]C0", bytes: encode("B") } });
  });

  test("of an answer to a command are no code", () => {
    for (const aimId of ["]Z6", "]X0"] as const) {
      const joined = join(
        new HidPosJoiner(),
        hidPosReports(aimId, encode("Product Name: a scanner with a rather long name, and more")),
      );
      expect(joined.map(({ kind }) => kind)).toEqual(["partial", "notACode"]);
    }
  });

  test("come to 4,296 bytes at the most; a longer code is told without its bytes", () => {
    const longest = encode("A".repeat(4_296));
    expect(join(new HidPosJoiner(), hidPosReports("]Q1", Uint8Array.of(...longest, 0x0d))).at(-1)).toEqual({
      kind: "code",
      code: { aimId: "]Q1", bytes: longest },
    });
    const joiner = new HidPosJoiner();
    expect(join(joiner, hidPosReports("]Q1", encode("A".repeat(4_297)))).at(-1)).toEqual({
      kind: "code",
      code: { aimId: "]Q1", bytes: undefined },
    });
    expect(textOf(join(joiner, hidPosReports("]Q1", encode("next"))).at(-1))).toBe("next");
  });

  test("never make the program fail, whatever a device reports", () => {
    const joiner = new HidPosJoiner();
    const report = fc.uint8Array({ maxLength: 70 });
    const nearlyRight = fc
      .tuple(fc.uint8Array({ minLength: 59, maxLength: 59 }), fc.integer({ min: 0, max: 70 }))
      .map(([tail, length]) => Uint8Array.of(0x02, length, 0x5d, 0x51, 0x31, ...tail));
    fc.assert(fc.property(fc.oneof(report, nearlyRight), (any) => typeof joiner.push(any, 0).kind === "string"));
  });
});
