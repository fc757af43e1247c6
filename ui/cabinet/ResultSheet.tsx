import type { ObjectPlace } from "./Bag.tsx";

/** A sheet with the red round seal, drawn round its middle. It means a result to take and nothing else. */
export function ResultSheet({ x, y, width }: ObjectPlace) {
  return (
    <g className="result-sheet" transform={`translate(${x} ${y}) scale(${width / 120})`}>
      <rect className="object-shadow" x={-51} y={-69} width={120} height={156} />
      <rect className="sheet-paper" x={-60} y={-78} width={120} height={156} />
      <path className="sheet-title" d="M-24 -58H24" />
      <path className="sheet-lines" d="M-42 -36H42M-42 -16H42M-42 4H42M-42 24H0" />
      <circle className="sheet-seal" cx={22} cy={40} r={23} />
      <circle className="sheet-seal-core" cx={22} cy={40} r={10} />
    </g>
  );
}
