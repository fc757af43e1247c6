import type { DeviceReport } from "#core/interfaces/deviceReport.ts";

/** What the page says of its camera: `off` where no code is wanted now, or the page is gone. */
export type PageCameraState = "on" | "off" | "denied" | "missing";

/**
 * What is known of the page's camera. The page turns it on only where a code is wanted: "off" says nothing new of the
 * camera, so the last thing that it did stays the answer.
 */
export class CameraWatch {
  #picture: "on" | "off" = "off";
  #last: Exclude<PageCameraState, "off"> | undefined;
  #codesRead = 0;

  note(state: PageCameraState): void {
    this.#picture = state === "on" ? "on" : "off";
    if (state !== "off") this.#last = state;
  }

  /** The camera read a code. */
  noteCode(): void {
    this.#codesRead += 1;
  }

  report(): DeviceReport {
    const about = {
      deviceId: "camera",
      kind: "camera",
      capabilities: { symbologies: "qrCode" },
      properties: { picture: this.#picture, codesRead: this.#codesRead },
    } as const;
    switch (this.#last) {
      case "on":
        return { ...about, state: "online" };
      case "denied":
        return { ...about, state: "offline", error: { code: "cameraDenied", action: "configuration" } };
      case "missing":
        return { ...about, state: "noDevice", error: { code: "cameraMissing", action: "maintenance" } };
      case undefined:
        return { ...about, state: "unknown" };
    }
  }
}
