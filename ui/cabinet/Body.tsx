import { type Elevation, trim } from "./elevation.ts";

/** Carcass and plinth, with the shadow to the right and the shade of the roof on the upper edge. */
export function Body({ elevation }: { readonly elevation: Elevation }) {
  const { body, plinth, floor } = elevation;
  const right = body.x + body.width;
  const reach = Math.min(trim.bodyShadow, elevation.frame.x + elevation.frame.width - right);
  return (
    <g className="carcass">
      <path className="wall-shadow" d={`M${right} ${body.y}l${reach} ${reach}V${floor}H${right - 40}Z`} />
      <rect className="plinth" {...plinth} />
      <rect className="carcass-body" {...body} />
      <rect className="carcass-light" x={body.x} y={body.y} width={9} height={body.height} />
      <rect className="carcass-shade" x={body.x} y={body.y} width={body.width} height={52} />
    </g>
  );
}
