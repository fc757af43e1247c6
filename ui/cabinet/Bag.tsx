/** Where an object lies and how wide it is, millimetres. */
export interface ObjectPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The bag with its flap, button and bar code, drawn round its middle. It means a deposited dossier and nothing else. */
export function Bag({ x, y, width }: ObjectPlace) {
  return (
    <g className="bag" transform={`translate(${x} ${y}) scale(${width / 200})`}>
      <rect className="object-shadow" x={-90} y={-63} width={200} height={146} rx={6} />
      <rect className="bag-body" x={-100} y={-73} width={200} height={146} rx={6} />
      <path className="bag-flap" d="M-98 -71H98L8 -20Q0 -15 -8 -20Z" />
      <circle className="bag-button" cx={0} cy={-24} r={8} />
      <rect className="bag-label" x={14} y={18} width={70} height={42} />
      <path className="bag-bars" d="M23 25v28M31 25v28M38 25v28M48 25v28M55 25v28M63 25v28M74 25v28" />
    </g>
  );
}
