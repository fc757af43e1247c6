import { InfoIcon } from "@phosphor-icons/react/dist/csr/Info";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import type { Icon } from "@phosphor-icons/react/dist/lib/types";
import type { ReactNode } from "react";
import "./Notice.css";

/** Props of a notice. */
export interface NoticeProps {
  readonly children: ReactNode;
  readonly icon?: Icon | undefined;
  /** `plain`: a fact. `now`: what to do at once, on ochre. `error`: what went wrong, brick. Plain unless told otherwise. */
  readonly tone?: "plain" | "now" | "error" | undefined;
}

/** An icon and a sentence. Errors are read out at once. */
export function Notice({ children, icon, tone = "plain" }: NoticeProps) {
  const Picture = icon ?? (tone === "error" ? WarningIcon : InfoIcon);
  return (
    <div className={`notice notice--${tone}`} role={tone === "error" ? "alert" : undefined}>
      <Picture weight="bold" className="notice-icon" aria-hidden="true" />
      <div className="notice-words">{children}</div>
    </div>
  );
}
