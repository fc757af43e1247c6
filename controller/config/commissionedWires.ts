import type { z } from "zod";
import type { HardwareProfile } from "#core/domain/hardwareProfile.ts";
import { WireSettings } from "./wires.ts";

/** Commissioned wires as the configuration writes them. */
export function commissionedWires({ wires }: HardwareProfile): z.infer<typeof WireSettings>[] {
  return wires.map((wire) => WireSettings.parse(wire));
}
