import { createContext, useContext } from "react";
import type { TechnicianView } from "#core/contract/technician.ts";

/** The newest live facts; the channel puts them here, fixtures do the same. Undefined until the first arrive. */
export const TechnicianViewContext = createContext<TechnicianView | undefined>(undefined);

/** The newest live facts, for the sections of technician mode. */
export function useTechnicianView(): TechnicianView | undefined {
  return useContext(TechnicianViewContext);
}
