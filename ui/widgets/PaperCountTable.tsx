import { Stepper } from "./Stepper.tsx";
import "./PaperCountTable.css";

/** A paper with its counts, one a kind and in the order of the kinds. */
export interface PaperCountRow {
  readonly id: string;
  readonly name: string;
  readonly counts: readonly number[];
}

/** Props of the table of papers. */
export interface PaperCountTableProps {
  readonly caption: string;
  /** Names of the kinds: original, certified copy, plain copy. */
  readonly kinds: readonly string[];
  readonly rows: readonly PaperCountRow[];
  readonly onCount: (change: { readonly rowId: string; readonly kindIndex: number; readonly count: number }) => void;
  readonly words: { readonly less: string; readonly more: string; readonly paper: string };
  /** Largest count of one kind; 99 unless told otherwise. */
  readonly largest?: number | undefined;
}

/** Which papers are in the bag, by kind. Prefilled by the catalogue, corrected by the person. */
export function PaperCountTable(props: PaperCountTableProps) {
  return (
    <table className="paper-table">
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{props.words.paper}</span>
          </th>
          {props.kinds.map((kind) => (
            <th key={kind} scope="col">
              {kind}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <PaperRow key={row.id} row={row} place={index + 1} table={props} />
        ))}
      </tbody>
    </table>
  );
}

function PaperRow(props: {
  readonly row: PaperCountRow;
  readonly place: number;
  readonly table: PaperCountTableProps;
}) {
  const { row, place, table } = props;
  return (
    <tr>
      <th scope="row">
        <span className="paper-place">{place}</span>
        <span className="paper-name">{row.name}</span>
      </th>
      {table.kinds.map((kind, kindIndex) => (
        <td key={kind} data-kind={kind}>
          <Stepper
            name={`${row.name}, ${kind}`}
            value={row.counts[kindIndex] ?? 0}
            largest={table.largest}
            words={table.words}
            onChange={(count) => table.onCount({ rowId: row.id, kindIndex, count })}
          />
        </td>
      ))}
    </tr>
  );
}
