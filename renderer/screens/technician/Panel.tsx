import type { ReactNode } from "react";

/** Props of a panel. */
export interface PanelProps {
  readonly title?: string | undefined;
  /** At the right of the title: a plate or a small note. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A quiet dark panel with a title. */
export function Panel({ title, beside, children }: PanelProps) {
  return (
    <div className="tech-panel">
      {title !== undefined && (
        <div className="tech-panel-head">
          <h2>{title}</h2>
          {beside}
        </div>
      )}
      {children}
    </div>
  );
}

/** A state in words on a little plate: brick where somebody is needed, dashed where nothing is known. */
export function Plate(props: { readonly tone: "good" | "bad" | "quiet"; readonly children: ReactNode }) {
  return (
    <span className="tech-plate" data-tone={props.tone}>
      {props.children}
    </span>
  );
}
