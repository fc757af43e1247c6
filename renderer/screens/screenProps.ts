import type { ComponentType } from "react";
import type { Setup, Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { ScreenName, ScreenOf } from "#core/contract/screen.ts";

/** What every part of the page draws from and how it answers. */
export interface PageProps {
  readonly setup: Setup;
  readonly snapshot: Snapshot;
  /** Sends what the person asked for, with the revision of the snapshot shown. */
  readonly send: (intent: Intent) => void;
}

/** Props of the screen called `N`: its variant of the snapshot, and what every screen has. */
export interface ScreenProps<N extends ScreenName> extends PageProps {
  readonly screen: ScreenOf<N>;
}

/** One component a screen name; a missing one does not compile. */
export type ScreenComponents = { readonly [N in ScreenName]: ComponentType<ScreenProps<N>> };

/** The screens that staff see. */
export type ClerkScreenName =
  | "pin"
  | "clerkHome"
  | "emptyingOpening"
  | "emptyingCount"
  | "discrepancy"
  | "emptyingClose"
  | "inspecting"
  | "inspectingClose"
  | "clerkDoorFailed"
  | "loading"
  | "recipient"
  | "loadingOpen"
  | "exchangeDone";

/** The screens of technician mode. */
export type TechnicianScreenName = "technicianEntering" | "technician" | "secondPerson" | "evacuation";

/** The screens that citizens see. */
export type CitizenScreenName = Exclude<ScreenName, ClerkScreenName | TechnicianScreenName>;
