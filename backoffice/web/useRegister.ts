import { useEffect, useState } from "react";
import { LIVE_PATH, type RegisterView } from "#core/contract/staffApi.ts";
import { api, RequestFault } from "./api.ts";

/** What the page knows of the register. */
export interface RegisterState {
  readonly register: RegisterView | undefined;
  /** False while the server is not reached: what is shown may be old. */
  readonly isLive: boolean;
  readonly fault: string | undefined;
}

/** Kiosks go offline without an event, so the page also reads again after this time. */
const REREAD_MS = 20_000;

/** The register, read again whenever the server says that it changed. `onSignedOut` when the session ended. */
export function useRegister(text: string, onSignedOut: () => void): RegisterState {
  const [state, setState] = useState<RegisterState>({ register: undefined, isLive: false, fault: undefined });
  useEffect(() => {
    let isOver = false;
    const read = async () => {
      try {
        const register = await api.register(text);
        if (!isOver) setState({ register, isLive: true, fault: undefined });
      } catch (error) {
        if (isOver) return;
        if (error instanceof RequestFault && error.status === 401) return onSignedOut();
        const fault = error instanceof RequestFault ? error.message : "Máy chủ trả lời không đọc được.";
        setState((before) => ({ ...before, isLive: false, fault }));
      }
    };
    const live = new EventSource(LIVE_PATH);
    live.addEventListener("changed", read);
    live.addEventListener("error", read);
    const timer = setInterval(read, REREAD_MS);
    read();
    return () => {
      isOver = true;
      live.close();
      clearInterval(timer);
    };
  }, [text, onSignedOut]);
  return state;
}
