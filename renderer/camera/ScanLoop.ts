import type { Found, Frame } from "./CodeDecoder.ts";

/** Frames looked at, at most: one every so many milliseconds. */
export const FRAME_EVERY_MS = 100;

/**
 * Takes a frame from the camera, gives it to the worker, and takes the next one only when the answer is there: never
 * more than one picture in memory, and none of them kept.
 */
export class ScanLoop {
  readonly #video = document.createElement("video");
  readonly #canvas = document.createElement("canvas");
  readonly #worker: Worker;
  readonly #onFound: (found: Found) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(stream: MediaStream, onFound: (found: Found) => void) {
    this.#onFound = onFound;
    this.#worker = new Worker(new URL("./decode.worker.ts", import.meta.url), { type: "module" });
    this.#worker.onmessage = ({ data }: MessageEvent<Found>) => this.#answered(data);
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.#video.srcObject = stream;
    void this.#video.play().catch(() => undefined);
    this.#next();
  }

  /** Ends the loop, and with it the worker. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#worker.terminate();
    this.#video.srcObject = null;
  }

  #next(): void {
    this.#timer = setTimeout(() => this.#look(), FRAME_EVERY_MS);
  }

  #look(): void {
    const { videoWidth: width, videoHeight: height } = this.#video;
    const context = width === 0 ? null : this.#prepared(width, height);
    if (context === null) {
      this.#next();
      return;
    }
    context.drawImage(this.#video, 0, 0);
    const frame: Frame = { data: context.getImageData(0, 0, width, height).data, width, height };
    this.#worker.postMessage(frame, [frame.data.buffer]);
  }

  #prepared(width: number, height: number): CanvasRenderingContext2D | null {
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    return this.#canvas.getContext("2d", { willReadFrequently: true });
  }

  #answered(found: Found): void {
    if (this.#isStopped) return;
    this.#onFound(found);
    this.#next();
  }
}
