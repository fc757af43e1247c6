import type { Rect } from "./elevation.ts";

/** Props of the slats. */
export interface LouvresProps {
  /** The part of the door beside the number. */
  readonly rect: Rect;
  readonly hinge: "left" | "right";
}

const spacing = 33;

/** The slats of a shut door, evenly over its height, with a stile on the hinge side. */
export function Louvres({ rect, hinge }: LouvresProps) {
  const count = Math.max(2, Math.floor((rect.height - 40) / spacing) + 1);
  const top = rect.y + (rect.height - (count - 1) * spacing) / 2;
  const stile = 30;
  const x = hinge === "right" ? rect.x : rect.x + stile;
  const length = Math.max(0, rect.width - stile);
  const lines = Array.from({ length: count }, (_, index) => `M${x} ${top + index * spacing}h${length}`);
  return <path className="louvres" d={lines.join("")} />;
}
