import { type Elevation, trim } from "./elevation.ts";

/** The canopy with its lamp and posts, and the shadow that it throws on the wall. */
export function Roof({ elevation }: { readonly elevation: Elevation }) {
  const { roof, body, floor } = elevation;
  const bottom = roof.y + roof.height;
  const postWidth = 46;
  const posts = [body.x + 58, body.x + body.width - 58 - postWidth];
  return (
    <g className="roof">
      <path
        className="lamp-light"
        d={`M${roof.x + 20} ${bottom}H${roof.x + roof.width - 20}L${roof.x + roof.width + 96} ${floor}H${roof.x - 96}Z`}
      />
      <path
        className="wall-shadow"
        d={`M${roof.x + 14} ${bottom}h${roof.width - 14}l${trim.roofShadow} ${trim.roofShadow}H${roof.x + 14 + trim.roofShadow}Z`}
      />
      {posts.map((x) => (
        <rect key={x} className="roof-post" x={x} y={bottom} width={postWidth} height={trim.roofGap + 2} />
      ))}
      <rect className="roof-lamp" x={body.x + 104} y={bottom} width={body.width - 208} height={11} />
      <rect className="roof-slab" {...roof} />
      <rect className="roof-under" x={roof.x} y={bottom - 12} width={roof.width} height={12} />
    </g>
  );
}
