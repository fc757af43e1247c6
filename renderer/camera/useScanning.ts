import type { PageMessage } from "#core/contract/channel.ts";
import type { Camera } from "./CameraProvider.tsx";

/** Placeholder until the worker is there. */
export function useScanning(_isWanted: boolean, _send: (message: PageMessage) => void): Camera {
  return { state: "off" };
}
