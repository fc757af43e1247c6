import "./Pavement.css";

/** Props of the pavement. */
export interface PavementProps {
  /** The tiled band of the home page, or the plain strip of a task page. */
  readonly kind: "tiles" | "plain";
}

/** The ground that the cabinet stands on, right above the counter. A drawing, hidden from speech. */
export function Pavement({ kind }: PavementProps) {
  return <div className={`pavement pavement--${kind}`} aria-hidden="true" />;
}
