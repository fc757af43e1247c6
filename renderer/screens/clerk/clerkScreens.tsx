import { Pending } from "../Pending.tsx";
import type { ClerkScreenName, ScreenComponents } from "../screenProps.ts";

/** The components of the screens that staff see. */
export const clerkScreens: Pick<ScreenComponents, ClerkScreenName> = {
  pin: Pending,
  clerkHome: Pending,
  emptyingOpening: Pending,
  emptyingCount: Pending,
  discrepancy: Pending,
  emptyingClose: Pending,
  inspecting: Pending,
  inspectingClose: Pending,
  clerkDoorFailed: Pending,
  loading: Pending,
  recipient: Pending,
  loadingOpen: Pending,
  exchangeDone: Pending,
};
