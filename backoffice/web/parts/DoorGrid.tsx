import type { CompartmentView } from "#core/contract/staffApi.ts";

/** Doors in one column of the drawing; numbers run down each column, as on the machine. */
const ROWS = 6;

const CONTENTS = { unknown: "chưa rõ", empty: "trống", dossier: "có hồ sơ", result: "có kết quả" } as const;

/** A kiosk's compartments as little doors; `lit` is the one that matters now. */
export function DoorGrid({
  compartments,
  lit,
}: {
  readonly compartments: readonly CompartmentView[];
  readonly lit?: number | undefined;
}) {
  if (compartments.length === 0) return <p className="quiet">Kiosk chưa gửi danh sách ngăn.</p>;
  const rows = Math.min(ROWS, compartments.length);
  return (
    <ul className="door-grid" style={{ gridTemplateRows: `repeat(${rows}, auto)` }} aria-label="Các ngăn của kiosk">
      {compartments.map((one) => (
        <li key={one.compartmentNumber} className={doorClass(one, lit)} title={doorText(one)}>
          <span aria-hidden="true">{one.compartmentNumber}</span>
          <span className="visually-hidden">{doorText(one)}</span>
        </li>
      ))}
    </ul>
  );
}

function doorClass(one: CompartmentView, lit: number | undefined): string {
  if (one.compartmentNumber === lit) return "door door--lit";
  if (!one.isInService) return "door door--out";
  return `door door--${one.contents}`;
}

function doorText(one: CompartmentView): string {
  return `Ngăn ${one.compartmentNumber}: ${one.isInService ? CONTENTS[one.contents] : "ngừng dùng"}`;
}
