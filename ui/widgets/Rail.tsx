import "./Rail.css";

/** Props of the rail. */
export interface RailProps {
  /** Names of the steps in order. */
  readonly steps: readonly string[];
  /** Index of the current step, from 0. */
  readonly current: number;
  /** Name for those who listen, e.g. "Step 2 of 6: papers". */
  readonly name: string;
}

/** The way through a visit: one little door a step, done, now or to come. Nothing to touch. */
export function Rail({ steps, current, name }: RailProps) {
  return (
    <ol className="rail" aria-label={name}>
      {steps.map((step, index) => (
        <li
          key={step}
          className="rail-step"
          data-step={stateOf(index, current)}
          aria-current={index === current ? "step" : undefined}
        >
          <span className="rail-door" aria-hidden="true" />
          <span className="rail-name">{step}</span>
        </li>
      ))}
    </ol>
  );
}

function stateOf(index: number, current: number): "done" | "now" | "to-come" {
  if (index < current) return "done";
  return index === current ? "now" : "to-come";
}
