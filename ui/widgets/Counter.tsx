import type { ReactNode } from "react";
import "./Counter.css";

/** Props of the counter. */
export interface CounterProps {
  /** What the machine does or waits for, above the keys; spoken when it changes. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
  /** Name of the region for those who listen. */
  readonly name: string;
}

/** The dark area at the bottom where the hand works: status line, then keys. It grows upwards. */
export function Counter({ status, children, name }: CounterProps) {
  return (
    <section className="counter" aria-label={name}>
      {status !== undefined && (
        <div className="counter-status" role="status">
          {status}
        </div>
      )}
      {children}
    </section>
  );
}
