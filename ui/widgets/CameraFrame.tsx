import { ArrowsInIcon } from "@phosphor-icons/react/dist/csr/ArrowsIn";
import type { Icon } from "@phosphor-icons/react/dist/lib/types";
import type { ReactNode } from "react";
import "./CameraFrame.css";

/** Props of the camera frame. */
export interface CameraFrameProps {
  /** The `<video>` (or, in tests, a picture). It fills the frame and is drawn blurred outside the card's window. */
  readonly children: ReactNode;
  /** What to do now: hold it nearer, tilt it, done. Spoken when it changes. */
  readonly hint: string;
  readonly hintIcon?: Icon | undefined;
  /** The words that say that the camera is on. */
  readonly onSign: string;
  /** Stands at the right of the window, e.g. `DistanceScale`. */
  readonly beside?: ReactNode;
  /** Where the code was seen, in shares of the window (0 to 1). */
  readonly found?:
    | { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
    | undefined;
}

/** The camera's picture with a window for the card. Everything outside the window is blurred: nobody's face is shown. */
export function CameraFrame(props: CameraFrameProps) {
  const HintIcon = props.hintIcon ?? ArrowsInIcon;
  return (
    <div className="camera-frame">
      <div className="camera-view">
        {props.children}
        <span className="camera-blur camera-blur--top" />
        <span className="camera-blur camera-blur--left" />
        <span className="camera-blur camera-blur--right" />
        <span className="camera-blur camera-blur--bottom" />
        <div className="camera-window" aria-hidden="true">
          {["tl", "tr", "bl", "br"].map((corner) => (
            <span key={corner} className={`camera-corner camera-corner--${corner}`} />
          ))}
          {props.found !== undefined && <span className="camera-found" style={shareOf(props.found)} />}
        </div>
        <p className="camera-on">
          <span className="camera-on-dot" aria-hidden="true" />
          {props.onSign}
        </p>
        {props.beside !== undefined && <div className="camera-beside">{props.beside}</div>}
      </div>
      <p className="camera-hint" role="status">
        <HintIcon weight="bold" className="camera-hint-icon" aria-hidden="true" />
        {props.hint}
      </p>
    </div>
  );
}

function shareOf(found: NonNullable<CameraFrameProps["found"]>) {
  return {
    left: `${found.x * 100}%`,
    top: `${found.y * 100}%`,
    width: `${found.width * 100}%`,
    height: `${found.height * 100}%`,
  };
}
