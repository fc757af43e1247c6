import type { ReactNode } from "react";
import "./DottedRow.css";

/** Props of a dotted row. */
export interface DottedRowProps {
  readonly label: string;
  readonly value: ReactNode;
  /** Draws the value on a brick plate: it does not match. */
  readonly isMismatch?: boolean | undefined;
}

/** Several dotted rows under each other; a description list. */
export function DottedRows({ children }: { readonly children: ReactNode }) {
  return <dl className="dotted-rows">{children}</dl>;
}

/** Label ..... value, as on the printed slip. Stands in `DottedRows`. */
export function DottedRow({ label, value, isMismatch = false }: DottedRowProps) {
  return (
    <div className="dotted-row">
      <dt>{label}</dt>
      <dd className={isMismatch ? "dotted-row-mismatch" : undefined}>{value}</dd>
    </div>
  );
}
