import "./TimeDigits.css";

/** A time such as `21:47` with every digit in a cell of its own, because the face has no tabular figures. */
export function TimeDigits({ time }: { readonly time: string }) {
  return (
    <span className="time-digits">
      <span className="visually-hidden">{time}</span>
      <span aria-hidden="true">
        {[...time].map((sign, index) => (
          // The place in the row is the identity of a cell.
          // biome-ignore lint/suspicious/noArrayIndexKey: cells never move
          <span key={index} className={/\d/.test(sign) ? "time-digit" : "time-sign"}>
            {sign}
          </span>
        ))}
      </span>
    </span>
  );
}
