import { useEffect, useRef } from "react";
import type { Snapshot } from "#core/contract/channel.ts";

/**
 * Runs `onAnswer` once when a snapshot newer than the one that was answered arrives on the same screen: the machine did
 * not go on, so what was typed was not right. Returns what to call on sending.
 */
export function useAnswer(
  snapshot: Snapshot,
  options: { readonly isChecking: boolean; readonly onAnswer: () => void },
): () => void {
  const sentAtRevision = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (options.isChecking || sentAtRevision.current === undefined || snapshot.revision <= sentAtRevision.current)
      return;
    sentAtRevision.current = undefined;
    options.onAnswer();
  });
  return () => {
    sentAtRevision.current = snapshot.revision;
  };
}
