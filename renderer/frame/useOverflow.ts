import { type RefObject, useEffect, useRef, useState } from "react";

/** Whether a scrolling area holds more than it shows, and the way to turn its pages. */
export interface Overflow {
  readonly ref: RefObject<HTMLElement | null>;
  readonly hasMore: boolean;
  readonly isAtTop: boolean;
  readonly isAtEnd: boolean;
  readonly turn: (direction: 1 | -1) => void;
}

/** Share of the visible height that one turn moves: the last line stays in sight. */
const TURN_SHARE = 0.8;

/** Watches an element that scrolls vertically. */
export function useOverflow(): Overflow {
  const ref = useRef<HTMLElement>(null);
  const [state, setState] = useState({ hasMore: false, isAtTop: true, isAtEnd: true });
  useEffect(() => {
    const area = ref.current;
    if (area === null) return;
    const measure = () => {
      const isAtTop = area.scrollTop <= 2;
      const isAtEnd = area.scrollTop + area.clientHeight >= area.scrollHeight - 2;
      const hasMore = area.scrollHeight > area.clientHeight + 8;
      setState((before) =>
        before.hasMore === hasMore && before.isAtTop === isAtTop && before.isAtEnd === isAtEnd
          ? before
          : { hasMore, isAtTop, isAtEnd },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(area);
    for (const child of area.children) observer.observe(child);
    area.addEventListener("scroll", measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      area.removeEventListener("scroll", measure);
    };
  }, []);
  const turn = (direction: 1 | -1) =>
    ref.current?.scrollBy({ top: direction * ref.current.clientHeight * TURN_SHARE, behavior: "instant" });
  return { ref, ...state, turn };
}
