import "./DigitCells.css";

/** Props of the cells for typed digits. */
export interface DigitCellsProps {
  /** What was typed so far, digits only. */
  readonly value: string;
  /** How many digits are wanted. */
  readonly length: number;
  /** Hidden digits that stand before the wanted ones, drawn as dots. */
  readonly hiddenBefore?: number | undefined;
  /** What is read out, e.g. "2 of 4 digits typed". */
  readonly spoken: string;
  /** The sentence of a mismatch, shown under the cells. */
  readonly error?: string | undefined;
}

/** One cell a digit; the cell being filled is ochre. */
export function DigitCells({ value, length, hiddenBefore = 0, spoken, error }: DigitCellsProps) {
  return (
    <div className="digit-cells">
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
      <div className="digit-cells-row" aria-hidden="true">
        {places(hiddenBefore).map((place) => (
          <span key={`dot${place}`} className="digit-dot" />
        ))}
        {places(length).map((place) => (
          <span key={place} className="digit-cell" data-cell={cellState(place, value.length, error !== undefined)}>
            {value[place] ?? <span className="digit-line" />}
          </span>
        ))}
      </div>
      {error !== undefined && (
        <p className="digit-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function cellState(place: number, typed: number, isWrong: boolean): "typed" | "now" | "empty" | "wrong" {
  if (isWrong) return "wrong";
  if (place === typed) return "now";
  return place < typed ? "typed" : "empty";
}
