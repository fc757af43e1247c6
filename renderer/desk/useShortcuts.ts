import { useEffect, useEffectEvent } from "react";

/**
 * Calls `onKey` with the upper-case letter or the name of a key pressed anywhere on the page, unless a field takes
 * letters or a modifier is held. A key pressed inside the embedded screen never arrives here.
 */
export function useShortcuts(onKey: (key: string) => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    onKey(event.key.length === 1 ? event.key.toUpperCase() : event.key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
