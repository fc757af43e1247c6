import type { CatalogueView, EventView } from "#core/contract/staffApi.ts";
import { type CountRow, countRows } from "../words/countRows.ts";

const KINDS = [
  ["originals", "bản chính"],
  ["certified", "chứng thực"],
  ["photocopies", "bản chụp"],
] as const;

/** What the citizen declared beside what the clerk counted; a difference is the ochre line. */
export function CountsTable({
  chain,
  catalogue,
}: {
  readonly chain: readonly EventView[];
  readonly catalogue: CatalogueView;
}) {
  const rows = countRows(chain, catalogue);
  if (rows.length === 0) return null;
  return (
    <table className="counts">
      <thead>
        <tr>
          <th scope="col">Giấy tờ trong túi</th>
          <th scope="col">Người nộp khai</th>
          <th scope="col">Cán bộ đếm</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className={row.isDifferent ? "row--now" : undefined}>
            <th scope="row">{row.name}</th>
            <td>{countText(row.declared)}</td>
            <td>{row.counted === undefined ? "chưa đếm" : countText(row.counted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countText(count: CountRow["declared"]): string {
  if (typeof count === "number") return String(count);
  const some = KINDS.filter(([kind]) => count[kind] > 0).map(([kind, name]) => `${count[kind]} ${name}`);
  return some.length === 0 ? "0" : some.join(", ");
}
