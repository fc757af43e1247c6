import type { TechnicianSection, TechnicianView } from "#core/contract/technician.ts";
import type { DeviceState } from "#core/interfaces/deviceReport.ts";
import { doorsToLookAt } from "./cabinet/doorFacts.ts";
import { troubleOf } from "./wires/boardHealth.ts";

/** States of a device that need somebody. */
const badStates: readonly DeviceState[] = [
  "offline",
  "powerOff",
  "noDevice",
  "hardwareError",
  "userError",
  "fraudAttempt",
];

/** True where a device needs somebody: its state says so, or it reports an error. */
export function isInTrouble(device: Pick<TechnicianView["devices"][number], "state" | "error">): boolean {
  return badStates.includes(device.state) || device.error !== undefined;
}

/** How many things of each section need somebody: the numbers on the tabs. */
export function troublesOf(view: TechnicianView): Readonly<Record<TechnicianSection, number>> {
  return {
    cabinet: doorsToLookAt(view.doors).length,
    wires: view.boards.filter((board) => troubleOf(board) !== undefined).length,
    devices: view.devices.filter((device) => isInTrouble(device)).length,
    system: view.alarms.length + (view.system.isTimeTrusted ? 0 : 1) + (view.system.network === "offline" ? 1 : 0),
    commissioning: 0,
  };
}
