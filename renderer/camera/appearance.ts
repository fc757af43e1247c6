/** A code that was out of sight for this long may be sent again, milliseconds. */
export const OUT_OF_SIGHT_MS = 3000;

/** Lets a text through once per appearance: a code held before the camera is one scan, not ten a second. */
export function createAppearanceFilter(): (text: string, nowMs: number) => boolean {
  let last = { text: "", seenAtMs: Number.NEGATIVE_INFINITY };
  return (text, nowMs) => {
    const isNew = text !== last.text || nowMs - last.seenAtMs >= OUT_OF_SIGHT_MS;
    last = { text, seenAtMs: nowMs };
    return isNew;
  };
}
