import type { ReactNode } from "react";
import "./KeyRow.css";

/** Props of a row of keys. */
export interface KeyRowProps {
  readonly children: ReactNode;
  /** `equal` shares the width evenly, `natural` by the length of the words. Equal unless told otherwise. */
  readonly shares?: "equal" | "natural" | undefined;
}

/** Keys side by side; they wrap below each other where the words no longer fit. */
export function KeyRow({ children, shares = "equal" }: KeyRowProps) {
  return <div className={`key-row key-row--${shares}`}>{children}</div>;
}
