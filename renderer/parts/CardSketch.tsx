import "./CardSketch.css";

/** Which side of a citizen card carries the QR code: the front of the chip card, the back of the card of 7/2024. */
export function CardSketch({ side }: { readonly side: "front" | "back" }) {
  return (
    <svg className="card-sketch" viewBox="0 0 170 108" aria-hidden="true">
      <rect className="card-sheet" x="2" y="2" width="166" height="104" rx="10" />
      {side === "front" ? (
        <>
          <path className="card-line" d="M24 17H80M64 56H124M64 72H146M64 88H132" />
          <rect className="card-photo" x="14" y="34" width="38" height="52" />
          <circle className="card-person" cx="33" cy="52" r="9" />
          <path className="card-person" d="M17 86a16 17 0 0 1 32 0z" />
        </>
      ) : (
        <>
          <path className="card-chip" d="M16 16h56v40H16zM34 16v40M16 36h56M54 16v40" />
          <path className="card-line" d="M16 74H154M16 90H154" />
        </>
      )}
      <rect className="card-code" x="106" y="8" width="50" height="50" />
      <path
        className="card-modules"
        d="M113 15h14v14h-14zM136 15h14v14h-14zM113 38h14v14h-14zM132 34h8v8h-8zM142 44h8v8h-8z"
      />
    </svg>
  );
}
