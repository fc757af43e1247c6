import type { BoardDriver } from "../protocol/boardDriver.ts";
import type { FrameMatch, FrameRule } from "../protocol/deframer.ts";

/** The frames that may be on a wire now: replies to the request in flight, and what boards say unasked. */
export function wireRule(drivers: Iterable<BoardDriver>): FrameRule {
  const rules = [...new Set(drivers)].map(({ replyRule }) => replyRule);
  return (bytes, start) => {
    let best: FrameMatch = { kind: "none" };
    for (const rule of rules) {
      const match = rule(bytes, start);
      if (match.kind === "frame") return match;
      if (match.kind === "incomplete") best = match;
    }
    return best;
  };
}
