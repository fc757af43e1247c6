import type { ReactNode } from "react";
import "./ListFrame.css";

/** Props of a framed list. */
export interface ListFrameProps {
  /** Heading in the frame. */
  readonly title?: string | undefined;
  /** Name for those who listen, where there is no heading. */
  readonly name?: string | undefined;
  /** `ListRow`s. */
  readonly children: ReactNode;
}

/** Choices as doors in a green frame, like a small cabinet. */
export function ListFrame({ title, name, children }: ListFrameProps) {
  return (
    <section className="list-frame" aria-label={title ?? name}>
      {title !== undefined && <h2 className="list-frame-title">{title}</h2>}
      {children}
    </section>
  );
}
