import { useEffect, useRef, useState } from "react";
import { DESK_PATH, type DeskCommand, type DeskMessage, type DeskSetup, type DeskState } from "#core/contract/desk.ts";

/** How the desk page reaches the simulated cabinet. */
export interface Desk {
  readonly setup: DeskSetup | undefined;
  readonly state: DeskState | undefined;
  readonly isConnected: boolean;
  readonly send: (command: DeskCommand) => void;
}

/** Wait before the next attempt, milliseconds: a power cut on the desk lasts about a second. */
const RECONNECT_MS = 700;

/**
 * Keeps a WebSocket to the controller on the page's own origin. The last state stays on show while the wire is down;
 * what a person does meanwhile is lost, as it would be at a machine without power.
 */
export function useDesk(): Desk {
  const [setup, setSetup] = useState<DeskSetup>();
  const [state, setState] = useState<DeskState>();
  const [isConnected, setIsConnected] = useState(false);
  const socketRef = useRef<WebSocket>(undefined);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const connect = () => {
      const socket = new WebSocket(deskAddress());
      socketRef.current = socket;
      socket.onopen = () => setIsConnected(true);
      socket.onmessage = (message) => {
        // Same origin, same program, same build: the contract's type is the message's type.
        const told = JSON.parse(String(message.data)) as DeskMessage;
        if (told.type === "deskSetup") setSetup(told.setup);
        else if (told.type === "desk") setState(told.state);
      };
      socket.onclose = () => {
        setIsConnected(false);
        if (!isOver) timer = setTimeout(connect, RECONNECT_MS);
      };
    };
    connect();
    return () => {
      isOver = true;
      clearTimeout(timer);
      socketRef.current?.close();
    };
  }, []);

  const send = (command: DeskCommand) => {
    const socket = socketRef.current;
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(command));
  };
  return { setup, state, isConnected, send };
}

function deskAddress(): string {
  const address = new URL(DESK_PATH, window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}
