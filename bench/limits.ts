import type { LatencyOptions } from "./latencyFigure.ts";

/** Up to here an answer to a touch feels immediate (Card, Robertson and Mackinlay 1991). */
const IMMEDIATE_MS = 100;
const UNLOCK_LIMIT_MS = 300;

/** What a person may have to wait until the unlock frame stands on the wire. */
export const unlockLimits = {
  touch: {
    name: "touchToUnlock",
    what: 'From the touch on "open" leaving the page to the whole unlock frame at the far end of the wire.',
    limits: [
      { percent: 50, limitMs: IMMEDIATE_MS, beside: "what feels immediate" },
      { percent: 99, limitMs: UNLOCK_LIMIT_MS, beside: "the limit of the second value" },
    ],
  },
  lastDigit: {
    name: "lastDigitToUnlock",
    what: "From the last digit of the second value leaving the page to the whole unlock frame at the far end of the wire.",
    limits: [{ percent: 95, limitMs: UNLOCK_LIMIT_MS, beside: "limit" }],
  },
} as const satisfies Record<string, LatencyOptions>;

/** What a restart may take until a person can use the kiosk: cold, with an empty data folder. */
export const startLimits = {
  snapshot: {
    name: "startToSnapshot",
    what: "From the start of the controller's process to the idle screen's snapshot over the local channel.",
    limits: [{ percent: 99, limitMs: 5_000, beside: "limit of our own" }],
  },
  page: {
    name: "startToPage",
    what: "From the start of the controller's process to the idle screen's first button, drawn in a Chromium with a new profile that starts once the controller is ready.",
    limits: [{ percent: 99, limitMs: 10_000, beside: "limit of our own" }],
  },
} as const satisfies Record<string, LatencyOptions>;
