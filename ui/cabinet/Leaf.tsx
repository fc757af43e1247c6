import type { PlacedDoor } from "#core/domain/cabinet.ts";
import type { Rect } from "./elevation.ts";

/** Props of a leaf. */
export interface LeafProps {
  readonly part: "leaf" | "shadow";
  readonly door: Pick<PlacedDoor, "compartmentNumber" | "hinge">;
  readonly rect: Rect;
  readonly numberMm: number;
}

/** An open leaf, swung about 120° towards the person, so its free edge is nearer and taller. */
export function Leaf({ part, door, rect, numberMm }: LeafProps) {
  const sign = door.hinge === "right" ? 1 : -1;
  const hingeX = door.hinge === "right" ? rect.x + rect.width : rect.x;
  const width = rect.width * 0.55;
  const outerX = hingeX + sign * width;
  const above = Math.min(30, rect.height * 0.13);
  const below = Math.min(44, rect.height * 0.19);
  const top = rect.y - above;
  const bottom = rect.y + rect.height + below;
  const shape = `M${hingeX} ${rect.y}L${outerX} ${top}V${bottom}L${hingeX} ${rect.y + rect.height}Z`;
  const origin = { transformOrigin: `${hingeX}px ${rect.y + rect.height / 2}px` };
  if (part === "shadow") return <path className="leaf-shadow" d={shape} transform="translate(58 58)" />;
  return (
    <g className="leaf" style={origin}>
      <path className="leaf-face" d={shape} />
      <path className="leaf-edge" d={`M${outerX - sign * 3} ${top}V${bottom}`} />
      <path
        className="leaf-handle"
        d={`M${outerX - sign * 17} ${rect.y + rect.height * 0.44}v${Math.min(44, rect.height * 0.2)}`}
      />
      <LeafNumber
        text={String(door.compartmentNumber)}
        x={hingeX + sign * width * 0.45}
        y={rect.y + rect.height / 2 + (below - above) / 2}
        size={leafNumberSize(door.compartmentNumber, { width, height: rect.height, numberMm })}
      />
    </g>
  );
}

function LeafNumber(props: { readonly text: string; readonly x: number; readonly y: number; readonly size: number }) {
  return (
    <text
      className="leaf-number"
      transform={`translate(${props.x} ${props.y}) scale(0.9 1)`}
      y={props.size * 0.36}
      fontSize={props.size}
      textAnchor="middle"
    >
      {props.text}
    </text>
  );
}

function leafNumberSize(compartmentNumber: number, leaf: { width: number; height: number; numberMm: number }): number {
  const digits = String(compartmentNumber).length;
  const widest = (leaf.width * 0.64) / (Math.max(2, digits) * 0.6 * 0.9);
  return Math.min(Math.max(leaf.numberMm * 2.3, 130), widest, leaf.height * 1.05);
}
