import { createContext, type ReactNode, useContext } from "react";
import type { PageMessage } from "#core/contract/channel.ts";
import type { Sighting } from "./hint.ts";
import { useScanning } from "./useScanning.ts";

/** What the camera is up to, as the controller is told. */
export type CameraState = Extract<PageMessage, { type: "camera" }>["state"];

/** The camera for the screens that show it. */
export interface Camera {
  readonly state: CameraState;
  readonly stream?: MediaStream | undefined;
  readonly sighting?: Sighting | undefined;
  /** Fixtures only: a drawing instead of the camera's picture. */
  readonly picture?: string | undefined;
}

/** Holds the camera; fixtures put a drawn one here. */
export const CameraContext = createContext<Camera>({ state: "off" });

/** The camera, for the screens that show it. */
export function useCamera(): Camera {
  return useContext(CameraContext);
}

/** Turns the camera on only where a code is wanted, and sends what it reads. No picture is kept. */
export function CameraProvider(props: {
  readonly isWanted: boolean;
  readonly send: (message: PageMessage) => void;
  readonly children: ReactNode;
}) {
  const camera = useScanning(props.isWanted, props.send);
  return <CameraContext value={camera}>{props.children}</CameraContext>;
}
