/** Props of the arrow. */
export interface ArrowProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly towards: "left" | "right";
}

/** A block arrow round its middle, in ink. */
export function Arrow({ x, y, width, towards }: ArrowProps) {
  const scale = width / 140;
  return (
    <path
      className="picture-arrow"
      transform={`translate(${x} ${y}) scale(${towards === "right" ? scale : -scale} ${scale})`}
      d="M-70 -17H14V-48L70 0L14 48V17H-70Z"
    />
  );
}
