import "./Mark.css";

/** The product's mark: a façade of doors with the one lit window in the middle. A drawing, hidden from speech. */
export function Mark({ onDark = false }: { readonly onDark?: boolean }) {
  return (
    <svg className={onDark ? "mark mark--on-dark" : "mark"} viewBox="0 0 68 68" aria-hidden="true">
      <rect className="mark-frame" width="68" height="68" rx="6" />
      <path
        className="mark-door"
        d="M6 6h14v26H6zM6 35h14v27H6zM23 6h22v12H23zM23 45h22v17H23zM48 6h14v11H48zM48 20h14v42H48z"
      />
      <rect className="mark-window" x="23" y="21" width="22" height="21" />
    </svg>
  );
}
