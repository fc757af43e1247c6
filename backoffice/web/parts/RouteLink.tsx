import type { MouseEvent, ReactNode } from "react";
import { addressOf, type Route } from "../useRoute.ts";

/** A true link (it can be opened in a new tab) that goes without loading the page again. */
export function RouteLink({
  to,
  go,
  className,
  isHere = false,
  children,
}: {
  readonly to: Route;
  readonly go: (route: Route) => void;
  readonly className: string;
  readonly isHere?: boolean;
  readonly children: ReactNode;
}) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={addressOf(to)} onClick={follow} className={className} aria-current={isHere ? "page" : undefined}>
      {children}
    </a>
  );
}
