import { flowFaults } from "./flowFaults.ts";
import { keepingFaults } from "./keepingFaults.ts";
import { logFaults } from "./logFaults.ts";
import type { PlantedFault } from "./plantedFault.ts";
import { staffFaults } from "./staffFaults.ts";

export const allFaults: readonly PlantedFault[] = [...flowFaults, ...staffFaults, ...keepingFaults, ...logFaults];
