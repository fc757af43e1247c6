import type { Screen } from "#core/contract/screen.ts";
import type { Visit, Visiting } from "../contract/place.ts";

const PATIENCE_MS = 30_000;

/** What a citizen's card says: number, name, birth, sex, address, date of issue. */
const CARD =
  "079085000011|020000011|Nguyễn Văn Mẫu|02091985|Nam|Số 0 Đường Mẫu, Phường Mẫu, Thành phố Hồ Chí Minh|10042021";

/** The plainest deposit: one dossier, a printed bag slip, the receipt taken. Gives up where the machine does. */
export const plainDeposit: Visit = async (visiting) => {
  const { corner, person, chance, town } = visiting;
  const walk = stepsOf(visiting);
  const home = await walk("home");
  if (home?.isIntakePossible !== true) return visiting.tell("finds intake closed and leaves");
  const bag = corner.pack(person, "deposit");
  visiting.tell("comes with a dossier");
  corner.touch({ kind: "startIntake" });
  if ((await walk("procedure")) === undefined) return;
  corner.touch({ kind: "chooseProcedure", procedureId: "dang-ky-ho-kinh-doanh" });
  if ((await walk("papers")) === undefined) return;
  corner.touch({ kind: "setDossierCount", dossierCount: 1 });
  await visiting.wait(chance.between(500, 4_000));
  corner.touch({ kind: "confirmPapers" });
  if ((await walk("consent")) === undefined) return;
  corner.touch({ kind: "giveConsent" });
  if ((await walk("card")) === undefined) return;
  corner.show(CARD);
  if ((await walk("phone")) === undefined) return;
  corner.touch({ kind: "enterPhone", phone: "0901234567" });
  if ((await walk("phoneReadBack")) === undefined) return;
  corner.touch({ kind: "confirmPhone" });
  if ((await walk("bag")) === undefined) return;
  corner.touch({ kind: "printBagSlip" });
  if ((await walk("bag", ({ slip }) => slip === "printed")) === undefined) return;
  corner.takePapers(person);
  corner.touch({ kind: "bagSlipInBag" });
  const ready = await walk("depositReady");
  if (ready === undefined) return;
  corner.touch({ kind: "openCompartment" });
  const open = await walk("depositOpen");
  if (open === undefined || !corner.put(open.compartmentNumber, bag, person)) return;
  await visiting.wait(chance.between(1_000, 8_000));
  corner.shut(open.compartmentNumber, person);
  await walk("receipt", ({ paper }) => paper === "printed");
  const [receipt] = corner.takePapers(person).flatMap(({ codes }) => codes);
  town.dossiers.push({
    owner: person,
    phone: "0901234567",
    secondValue: "4567",
    bag,
    label: bag.bagId,
    receipt,
    isDone: false,
  });
  corner.touch({ kind: "finish" });
  corner.touch({ kind: "finish" });
};

type ScreenOf<Name extends Screen["name"]> = Extract<Screen, { readonly name: Name }>;

/** Waits for a screen; undefined where it does not come. */
function stepsOf({ corner, tell, person }: Visiting) {
  return async <Name extends Screen["name"]>(
    name: Name,
    fits: (screen: ScreenOf<Name>) => boolean = () => true,
  ): Promise<ScreenOf<Name> | undefined> => {
    const isIt = (screen: Screen): screen is ScreenOf<Name> => screen.name === name;
    const snapshot = await corner.until(({ screen }) => isIt(screen) && fits(screen), PATIENCE_MS);
    if (snapshot !== undefined && isIt(snapshot.screen)) return snapshot.screen;
    tell(`waits in vain for ${name}, sees ${corner.screen()?.screen.name ?? "nothing"}, and leaves`);
    for (const door of corner.openDoors()) corner.shut(door, person);
    return undefined;
  };
}
