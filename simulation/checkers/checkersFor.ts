import type { RunChecker } from "../contract/observation.ts";
import type { RunView } from "../contract/run.ts";
import { boardFaults } from "../faults/boardFaults.ts";
import { wireFaults } from "../faults/wireFaults.ts";
import { allCheckers } from "./allCheckers.ts";
import type { OfficeRows } from "./officeRegister.ts";

/** Faults that make a door's sensor say what is not so. */
const LYING: ReadonlySet<string> = new Set(["sensorStuckOpen", "sensorStuckClosed", "boardWithTwin"]);

/** Faults under which doors cannot be read, or are read wrong. */
const BLINDING: ReadonlySet<string> = new Set([...LYING, ...Object.keys(wireFaults), ...Object.keys(boardFaults)]);

/** All checkers of one run. `hasLastRound`: staff put everything in order before its end. Default: nobody comes. */
export function checkersFor(
  { town, power, office, secrets, retentionDays }: RunView,
  { hasLastRound = false }: { readonly hasLastRound?: boolean } = {},
): readonly RunChecker[] {
  return allCheckers({
    blindingFaults: BLINDING,
    lyingFaults: LYING,
    entitlements: {
      mayCollect: (person, bag) => person === bag.owner,
      staffOf: (person) => {
        const role = town.staff.get(person)?.role;
        return role && { staffId: person, role };
      },
    },
    secrets,
    visitRow: { isThere: () => power.kiosk?.store.log.readVisit() !== undefined },
    officeRows: () => readRows(office),
    retentionDays,
    hasLastRound,
    // At the end of a run everything is mended.
    isBroken: () => false,
  });
}

async function readRows({ store }: RunView["office"]): Promise<OfficeRows> {
  const limit = Number.MAX_SAFE_INTEGER;
  const dossiers = await store.dossiers({ text: "", limit });
  return { dossiers, compartments: await store.compartments(), cases: await store.cases(limit) };
}
