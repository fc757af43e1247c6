import type { Rect } from "./elevation.ts";

/** The back wall of an open compartment, seen from the front. */
export function litBack(rect: Rect): Rect {
  const side = rect.width * 0.12;
  const top = Math.min(38, rect.height * 0.16);
  const bottom = Math.min(32, rect.height * 0.13);
  return { x: rect.x + side, y: rect.y + top, width: rect.width - 2 * side, height: rect.height - top - bottom };
}

/** An open compartment, lit inside: back wall, four sides in perspective, and the strip of light. */
export function LitOpening({ rect }: { readonly rect: Rect }) {
  const back = litBack(rect);
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  const backRight = back.x + back.width;
  const backBottom = back.y + back.height;
  return (
    <g className="lit-opening">
      <rect className="lit-back" {...rect} />
      <path className="lit-top" d={`M${rect.x} ${rect.y}H${right}L${backRight} ${back.y}H${back.x}Z`} />
      <path className="lit-left" d={`M${rect.x} ${rect.y}L${back.x} ${back.y}V${backBottom}L${rect.x} ${bottom}Z`} />
      <path
        className="lit-bottom"
        d={`M${rect.x} ${bottom}L${back.x} ${backBottom}H${backRight}L${right} ${bottom}Z`}
      />
      <path className="lit-right" d={`M${right} ${rect.y}L${backRight} ${back.y}V${backBottom}L${right} ${bottom}Z`} />
      <path className="lit-strip" d={`M${back.x + back.width * 0.1} ${back.y + 4}H${backRight - back.width * 0.1}`} />
    </g>
  );
}
