import { strangeCodes } from "#simulation/people/strangeCodes.ts";
import { CITIZEN_CARD } from "./flowWorld.ts";

export { everyIntent } from "#simulation/people/everyIntent.ts";

/** Codes that people hold before a scanner, by what they are. */
export const foreignCodes = {
  ...strangeCodes,
  citizenCard: CITIZEN_CARD,
  bagLabel: "TUI-0001",
  staffCard: "NV1.CLERKCLERK",
  ticket: "0427000013",
  dossierCode: "H29.1-261114-0001",
} as const;
