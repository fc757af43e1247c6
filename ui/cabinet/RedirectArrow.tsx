import type { Rect } from "./elevation.ts";

/** From the door that does not open to the one to use instead: out of the near side, to the facing side. */
export function RedirectArrow({ from, to }: { readonly from: Rect; readonly to: Rect }) {
  const isLeftwards = to.x + to.width / 2 < from.x + from.width / 2;
  const isSameColumn = Math.abs(to.x - from.x) < 1;
  const startX = isLeftwards || isSameColumn ? from.x : from.x + from.width;
  const startY = from.y + from.height / 2;
  const endX = (isLeftwards ? to.x + to.width : to.x) + (isSameColumn ? 0 : isLeftwards ? 26 : -26);
  const endY = to.y + to.height / 2;
  const head = 34;
  if (isSameColumn) return <SameColumnArrow x={from.x} fromY={startY} toY={endY} />;
  const sign = isLeftwards ? -1 : 1;
  const shaftEnd = endX - sign * head;
  const bendX = shaftEnd - sign * 40;
  return (
    <g className="redirect">
      <path className="redirect-shaft" d={`M${startX} ${startY}H${bendX}V${endY}H${shaftEnd}`} />
      <path className="redirect-head" d={`M${endX} ${endY}l${-sign * head} ${-head}v${head * 2}z`} />
    </g>
  );
}

function SameColumnArrow({ x, fromY, toY }: { readonly x: number; readonly fromY: number; readonly toY: number }) {
  const head = 30;
  return (
    <g className="redirect">
      <path className="redirect-shaft" d={`M${x + 30} ${fromY}H${x - 40}V${toY}H${x - head}`} />
      <path className="redirect-head" d={`M${x + 6} ${toY}l${-head} ${-head}v${head * 2}z`} />
    </g>
  );
}
