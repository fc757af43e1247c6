import type { DeskCommand, DeskState } from "#core/contract/desk.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";

/** Something that a person at the desk can break. */
export interface Fault {
  readonly name: "jam" | "paperOut" | "wireUnplugged" | "networkCut" | "powerCut" | "sensorLies";
  readonly label: string;
  readonly labelEn: string;
  /** Key of the shortcut, one letter. */
  readonly key: string;
  readonly isOn: boolean;
  /** Absent while no door is chosen for a fault of a door. */
  readonly command?: DeskCommand | undefined;
}

/** The six faults in the order in which they stand on the page. */
export function faultsOf(state: DeskState, selected: CompartmentNumber | undefined): readonly Fault[] {
  const door = state.doors.find((one) => one.compartmentNumber === selected);
  const { paperOut, wireUnplugged, networkCut } = state.faults;
  return [
    { ...faultNames.jam, isOn: door?.isJammed ?? false, command: door && doorFault("jam", door, !door.isJammed) },
    { ...faultNames.paperOut, isOn: paperOut, command: { kind: "paperOut", isOn: !paperOut } },
    { ...faultNames.wireUnplugged, isOn: wireUnplugged, command: { kind: "wireUnplugged", isOn: !wireUnplugged } },
    { ...faultNames.networkCut, isOn: networkCut, command: { kind: "networkCut", isOn: !networkCut } },
    { ...faultNames.powerCut, isOn: false, command: { kind: "powerCut" } },
    {
      ...faultNames.sensorLies,
      isOn: door?.sensorLies ?? false,
      command: door && doorFault("sensorLies", door, !door.sensorLies),
    },
  ];
}

const faultNames = {
  jam: { name: "jam", label: "Kẹt cửa", labelEn: "Jam the chosen door", key: "K" },
  paperOut: { name: "paperOut", label: "Hết giấy", labelEn: "Paper out", key: "P" },
  wireUnplugged: { name: "wireUnplugged", label: "Rút dây tủ", labelEn: "Unplug the wire", key: "B" },
  networkCut: { name: "networkCut", label: "Cắt mạng", labelEn: "Cut the network", key: "N" },
  powerCut: { name: "powerCut", label: "Mất điện", labelEn: "Cut the power", key: "E" },
  sensorLies: { name: "sensorLies", label: "Cảm biến sai", labelEn: "Its sensor lies", key: "I" },
} as const;

function doorFault(
  kind: "jam" | "sensorLies",
  door: { readonly compartmentNumber: CompartmentNumber },
  isOn: boolean,
): DeskCommand {
  return { kind, compartmentNumber: door.compartmentNumber, isOn };
}
