import { useEffect, useRef, useState } from "react";
import type { PageMessage } from "#core/contract/channel.ts";
import { createAppearanceFilter } from "./appearance.ts";
import type { Camera, CameraState } from "./CameraProvider.tsx";
import type { Sighting } from "./hint.ts";
import { openCamera } from "./openCamera.ts";
import { ScanLoop } from "./ScanLoop.ts";

/** Wait before a camera that failed is tried again, milliseconds; for ever, so that one that comes back is used. */
const RETRY_MS = 5000;

/** A sighting is shown for so long after it was seen last, milliseconds. */
const SIGHTING_MS = 700;

/** Runs the camera while a code is wanted; sends what is read and what the camera is up to. */
export function useScanning(isWanted: boolean, send: (message: PageMessage) => void): Camera {
  const [camera, setCamera] = useState<Camera>({ state: "off" });
  const sendRef = useRef(send);
  sendRef.current = send;
  useEffect(() => {
    if (!isWanted) {
      setCamera({ state: "off" });
      sendRef.current({ type: "camera", state: "off" });
      return;
    }
    return runCamera({
      onState: (state, stream) => {
        setCamera({ state, stream });
        sendRef.current({ type: "camera", state });
      },
      onSighting: (sighting) =>
        setCamera((before) => (before.sighting === sighting ? before : { ...before, sighting })),
      onText: (text) => sendRef.current({ type: "scan", source: "camera", symbology: "qrCode", text }),
    });
  }, [isWanted]);
  return camera;
}

interface CameraEvents {
  readonly onState: (state: CameraState, stream?: MediaStream) => void;
  readonly onSighting: (sighting: Sighting | undefined) => void;
  readonly onText: (text: string) => void;
}

/** Opens the camera, reads until stopped, and opens it again when it went away. Returns how to stop. */
function runCamera(events: CameraEvents): () => void {
  let isStopped = false;
  let close = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isNew = createAppearanceFilter();
  const retry = () => {
    close();
    close = () => {};
    if (!isStopped) timer = setTimeout(open, RETRY_MS);
  };
  const open = async () => {
    const opened = await openCamera(() => {
      events.onState("missing");
      retry();
    });
    if (typeof opened === "string") {
      if (isStopped) return;
      events.onState(opened);
      return retry();
    }
    if (isStopped) return opened.stop();
    const showSighting = fadingSighting(events.onSighting);
    const loop = new ScanLoop(opened.stream, ({ text, sighting }) => {
      showSighting(sighting);
      if (text !== undefined && isNew(text, performance.now())) events.onText(text);
    });
    close = () => {
      loop.stop();
      opened.stop();
    };
    events.onState("on", opened.stream);
  };
  void open();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    close();
  };
}

/** Keeps a sighting on the screen a moment, so that the hint does not flicker between frames. */
function fadingSighting(show: (sighting: Sighting | undefined) => void): (sighting: Sighting | undefined) => void {
  let seenAtMs = Number.NEGATIVE_INFINITY;
  return (sighting) => {
    const nowMs = performance.now();
    if (sighting !== undefined) seenAtMs = nowMs;
    if (sighting !== undefined || nowMs - seenAtMs > SIGHTING_MS) show(sighting);
  };
}
