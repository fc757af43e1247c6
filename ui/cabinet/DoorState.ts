/**
 * What the picture shows of a door. Everything that is `open…` was read as open by its sensor; a request alone is
 * `next`. `openIn`: waiting for the bag. `openInside`: bag inside, waiting for the door. `openOut`: a result to take
 * out. `openResult`: a result lies inside, nobody is asked to take it. `openEmpty`: nothing inside.
 */
export type DoorState =
  | "free"
  | "shut"
  | "next"
  | "openIn"
  | "openInside"
  | "openOut"
  | "openResult"
  | "openEmpty"
  | "jammed"
  | "outOfService"
  | "unknown";

/** For whom the façade is drawn. Only home, staff and desk may show which doors are free. */
export type CabinetView = "home" | "visit" | "staff" | "desk";

/** States by compartment number; a door that is not named is `shut`. */
export type DoorStates = Readonly<Record<number, DoorState>>;

/**
 * The state that this view may show: during a visit free doors look shut, so that one window is lit and nobody learns
 * what is stored; `unknown` is for staff and desk only.
 */
export function shownState(state: DoorState, view: CabinetView): DoorState {
  if (view === "visit" && state === "free") return "shut";
  if ((view === "visit" || view === "home") && state === "unknown") return "shut";
  return state;
}

/** True for every state with the leaf drawn open. */
export function isOpen(state: DoorState): boolean {
  return state.startsWith("open");
}
