import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import "./StatusSteps.css";

/** Props of the steps at a door. */
export interface StatusStepsProps {
  readonly steps: readonly string[];
  /** Index of the step that is awaited, from 0; `steps.length` when all are done. */
  readonly current: number;
  /** Name for those who listen. */
  readonly name: string;
}

/** What has happened at the door and what is awaited: done, now, to come. */
export function StatusSteps({ steps, current, name }: StatusStepsProps) {
  return (
    <ol className="status-steps" aria-label={name}>
      {steps.map((step, index) => (
        <li key={step} className="status-step" aria-current={index === current ? "step" : undefined}>
          <span className="status-square" data-square={squareOf(index, current)} aria-hidden="true">
            {index < current ? <CheckIcon weight="bold" /> : index === current ? <span className="status-dot" /> : null}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}

function squareOf(index: number, current: number): "done" | "now" | "to-come" {
  if (index < current) return "done";
  return index === current ? "now" : "to-come";
}
