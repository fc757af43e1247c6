import { useCallback, useEffect, useRef, useState } from "react";
import { CHANNEL_PATH, type PageMessage } from "#core/contract/channel.ts";
import { type ChannelSocket, type ChannelState, ControllerChannel, type SocketEvents } from "./ControllerChannel.ts";

/** The state of the channel, and the way to send. `send` drops what cannot be sent now. */
export interface Controller {
  readonly state: ChannelState;
  readonly send: (message: PageMessage) => void;
  /** Takes the screen back from another window. */
  readonly takeOver: () => void;
}

/** Connects the page to the controller that served it. */
export function useController(): Controller {
  const [state, setState] = useState<ChannelState>({ kind: "connecting" });
  const [turn, setTurn] = useState(0);
  const channelRef = useRef<ControllerChannel | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn opens a new channel
  useEffect(() => {
    const channel = new ControllerChannel({
      openSocket: (events) => openWebSocket(channelUrl(window.location), events),
      wait: (run, delayMs) => setTimeout(run, delayMs),
      onState: setState,
    });
    channelRef.current = channel;
    setState({ kind: "connecting" });
    channel.start();
    return () => channel.stop();
  }, [turn]);
  const send = useCallback((message: PageMessage) => {
    channelRef.current?.send(message);
  }, []);
  return { state, send, takeOver: () => setTurn((one) => one + 1) };
}

/** The channel's address; the query of the page (its key, where there is one) goes along. */
export function channelUrl(location: { readonly protocol: string; readonly host: string; readonly search: string }) {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${CHANNEL_PATH}${location.search}`;
}

function openWebSocket(url: string, events: SocketEvents): ChannelSocket {
  const socket = new WebSocket(url);
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") events.onText(data);
  };
  socket.onclose = () => events.onClose();
  return {
    send: (text) => {
      const isOpen = socket.readyState === WebSocket.OPEN;
      if (isOpen) socket.send(text);
      return isOpen;
    },
    close: () => socket.close(),
  };
}
