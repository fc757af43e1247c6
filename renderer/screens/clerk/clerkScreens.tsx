import type { ClerkScreenName, ScreenComponents } from "../screenProps.ts";
import { ClerkDoorFailed } from "./ClerkDoorFailed.tsx";
import { ClerkHome } from "./ClerkHome.tsx";
import { EmptyingClose, InspectingClose } from "./ClosingDoor.tsx";
import { Discrepancy } from "./Discrepancy.tsx";
import { EmptyingCount } from "./EmptyingCount.tsx";
import { EmptyingOpening } from "./EmptyingOpening.tsx";
import { ExchangeDone } from "./ExchangeDone.tsx";
import { Inspecting } from "./Inspecting.tsx";
import { Loading } from "./Loading.tsx";
import { LoadingOpen } from "./LoadingOpen.tsx";
import { Pin } from "./Pin.tsx";
import { Recipient } from "./Recipient.tsx";

/** The components of the screens that staff see. */
export const clerkScreens: Pick<ScreenComponents, ClerkScreenName> = {
  pin: Pin,
  clerkHome: ClerkHome,
  emptyingOpening: EmptyingOpening,
  emptyingCount: EmptyingCount,
  discrepancy: Discrepancy,
  emptyingClose: EmptyingClose,
  inspecting: Inspecting,
  inspectingClose: InspectingClose,
  clerkDoorFailed: ClerkDoorFailed,
  loading: Loading,
  recipient: Recipient,
  loadingOpen: LoadingOpen,
  exchangeDone: ExchangeDone,
};
