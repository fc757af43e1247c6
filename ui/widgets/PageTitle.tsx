import type { ReactNode } from "react";
import "./PageTitle.css";

/** Props of the head of a page. */
export interface PageTitleProps {
  /** One question or fact, two lines at most. */
  readonly title: string;
  /** Where or why. */
  readonly lead?: ReactNode;
  /** Id of the heading, so that a region can be named by it and focus can be set on it. */
  readonly id?: string | undefined;
}

/** The one question or fact of a screen and the sentence under it. The heading takes focus when a page begins. */
export function PageTitle({ title, lead, id }: PageTitleProps) {
  return (
    <div className="page-title">
      <h1 id={id} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p className="page-lead">{lead}</p>}
    </div>
  );
}
