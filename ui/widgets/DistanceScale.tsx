import "./DistanceScale.css";

/** Props of the distance scale. */
export interface DistanceScaleProps {
  /** Where the card is: 0 far, 1 near; absent while no card is seen. */
  readonly nearness?: number | undefined;
  readonly words: { readonly far: string; readonly right: string; readonly near: string };
}

/** How far the card is from the camera, with the right band in ochre. The hint strip says the same in words. */
export function DistanceScale({ nearness, words }: DistanceScaleProps) {
  return (
    <div className="distance-scale" aria-hidden="true">
      <div className="distance-track">
        <span className="distance-band" />
        {nearness !== undefined && (
          <span className="distance-pointer" style={{ top: `${Math.min(1, Math.max(0, nearness)) * 100}%` }} />
        )}
      </div>
      <div className="distance-words">
        <span>{words.far}</span>
        <span>{words.right}</span>
        <span>{words.near}</span>
      </div>
    </div>
  );
}
