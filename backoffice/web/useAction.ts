import { useCallback, useState } from "react";
import { RequestFault } from "./api.ts";

/** One act of the page towards the server: whether it runs, and the sentence when it failed. */
export interface Action {
  readonly isBusy: boolean;
  readonly fault: string | undefined;
  /** True when the act succeeded. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

/** Runs one act at a time and keeps its fault until the next. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const run = useCallback(async (act: () => Promise<unknown>) => {
    setBusy(true);
    setFault(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      setFault(error instanceof RequestFault ? error.message : "Máy chủ trả lời không đọc được. Xin tải lại trang.");
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { isBusy, fault, run };
}
