import "./HowTo.css";
import { deskWords } from "./words.ts";

/** Five steps for a newcomer, in one strip. */
export function HowTo() {
  return (
    <ol className="desk-how-to" aria-label={deskWords.howTo}>
      {deskWords.steps.map((step, index) => (
        <li key={step.vi}>
          <span className="desk-how-to-number" aria-hidden="true">
            {index + 1}
          </span>
          <span>
            <span className="desk-how-to-words">{step.vi}</span>
            <span className="desk-how-to-english" lang="en">
              {step.en}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
