/** Why there is no picture. */
export type CameraFailure = "denied" | "missing";

/** A camera that runs; `stop` turns its light off. */
export interface OpenCamera {
  readonly stream: MediaStream;
  readonly stop: () => void;
}

/** Turns the camera on; no sound. Fails as a value: forbidden, or not there. */
export async function openCamera(onEnded: () => void): Promise<OpenCamera | CameraFailure> {
  // Absent outside of secure contexts, whatever the types say.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined) return "missing";
  try {
    const stream = await devices.getUserMedia({
      audio: false,
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 15 } },
    });
    for (const track of stream.getVideoTracks()) track.addEventListener("ended", onEnded);
    return {
      stream,
      stop: () => {
        for (const track of stream.getTracks()) track.stop();
      },
    };
  } catch (error) {
    return error instanceof DOMException && error.name === "NotAllowedError" ? "denied" : "missing";
  }
}
