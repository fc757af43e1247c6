/** The product's mark inside a drawing. */
export function MarkDrawing({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  return (
    <svg x={x} y={y} width={size} height={size} viewBox="0 0 68 68" aria-hidden="true">
      <rect className="drawn-mark-frame" width="68" height="68" rx="5" />
      <path
        className="drawn-mark-door"
        d="M6 6h14v26H6zM6 35h14v27H6zM23 6h22v12H23zM23 45h22v17H23zM48 6h14v11H48zM48 20h14v42H48z"
      />
      <rect className="drawn-mark-window" x="23" y="21" width="22" height="21" />
    </svg>
  );
}
