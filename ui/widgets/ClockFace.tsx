import "./ClockFace.css";

/** Props of the clock face. */
export interface ClockFaceProps {
  /** `21:47`, 24 hours. */
  readonly time: string;
  /** `dark`: outside office hours; `light` (ochre): the hour that counts. */
  readonly tone: "dark" | "light";
}

/** An analogue clock with two hands. A drawing beside the same time in words, hidden from speech. */
export function ClockFace({ time, tone }: ClockFaceProps) {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const minuteDegrees = minutes * 6;
  const hourDegrees = (hours % 12) * 30 + minutes / 2;
  return (
    <svg className={`clock-face clock-face--${tone}`} viewBox="-86 -86 172 172" aria-hidden="true">
      <circle className="clock-disc" r="83" />
      {Array.from({ length: 12 }, (_, hour) => hour).map((hour) => (
        <path
          key={hour}
          className="clock-mark"
          d={hour % 3 === 0 ? "M0-74V-56" : "M0-74V-64"}
          transform={`rotate(${hour * 30})`}
        />
      ))}
      <path className="clock-hour" d="M0 8V-38" transform={`rotate(${hourDegrees})`} />
      <path className="clock-minute" d="M0 10V-62" transform={`rotate(${minuteDegrees})`} />
      <circle className="clock-pin" r="8" />
    </svg>
  );
}
