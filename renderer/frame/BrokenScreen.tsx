import { Component, type ReactNode } from "react";
import { Broken } from "./Starting.tsx";

const RELOAD_MS = 3000;

/** Catches an error while drawing: a calm page instead of a white one, then the page loads itself again. */
export class BrokenScreen extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    setTimeout(() => window.location.reload(), RELOAD_MS);
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}
