import { ArrowClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowClockwise";
import { useLayoutEffect, useRef, useState } from "react";
import { drawnPxPerMm } from "#ui/tokens.ts";
import "./ScreenFrame.css";
import { deskWords } from "./words.ts";

/** The page's fragment where the touch screen has a window of its own; see `scripts/start`. */
const SCREEN_ELSEWHERE = "#screen-elsewhere";

/** Props of the embedded screen. */
export interface ScreenFrameProps {
  readonly url: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** The machine's own touch screen, live, drawn at its own size and scaled into the place that is there. */
export function ScreenFrame({ url, widthMm, heightMm }: ScreenFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.4);
  const [loads, setLoads] = useState(0);
  // The kiosk has one screen: where it stands in a window of its own already, it comes here only when asked.
  const [isHere, setIsHere] = useState(window.location.hash !== SCREEN_ELSEWHERE);
  const widthPx = Math.round(widthMm * drawnPxPerMm);
  const heightPx = Math.round(heightMm * drawnPxPerMm);

  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = new ResizeObserver(() => setScale(element.clientHeight / heightPx));
    measure.observe(element);
    return () => measure.disconnect();
  }, [heightPx]);

  return (
    <section className="desk-screen" aria-label={deskWords.screen}>
      <div className="desk-screen-place" ref={place} style={{ width: widthPx * scale }}>
        {isHere ? (
          <iframe
            key={loads}
            src={url}
            title={deskWords.screen}
            allow="camera"
            style={{ width: widthPx, height: heightPx, transform: `scale(${scale})` }}
          />
        ) : (
          <button type="button" className="desk-screen-elsewhere" onClick={() => setIsHere(true)}>
            {deskWords.screenElsewhere}
          </button>
        )}
      </div>
      <button type="button" className="desk-screen-reload" onClick={() => setLoads(loads + 1)}>
        <ArrowClockwiseIcon weight="bold" aria-hidden="true" />
        {deskWords.reloadScreen}
      </button>
    </section>
  );
}
