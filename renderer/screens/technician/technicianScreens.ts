import type { ScreenComponents, TechnicianScreenName } from "../screenProps.ts";
import { Evacuation } from "./Evacuation.tsx";
import { SecondPerson } from "./SecondPerson.tsx";
import { Technician } from "./Technician.tsx";
import { TechnicianEntering } from "./TechnicianEntering.tsx";

/** The components of the screens of technician mode. */
export const technicianScreens: Pick<ScreenComponents, TechnicianScreenName> = {
  technicianEntering: TechnicianEntering,
  technician: Technician,
  secondPerson: SecondPerson,
  evacuation: Evacuation,
};
