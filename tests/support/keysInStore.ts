// Opens a key folder in the operating system's own credential store and says what is there: FOLDER make|destroy|look
import { chooseHolder, readHolderChoice } from "#controller/keys/chooseHolder.ts";
import { systemCredentialStore } from "#controller/keys/credentialStore.ts";
import { openKeyFolder } from "#controller/keys/keyFolder.ts";
import { openKeys } from "#controller/keys/openKeys.ts";
import { createRandomPool } from "#controller/keys/randomPool.ts";

const [folder = "", step = ""] = process.argv.slice(2);
const [first, second] = ["a".repeat(32), "b".repeat(32)];
const randomBytes = createRandomPool();
const credentialStore = systemCredentialStore();

try {
  const keys = openKeys(folder, { mayCreate: step === "make", randomBytes, masterKey: "auto", credentialStore });
  if (step === "make") for (const dossierId of [first, second]) keys.makeDossierKey(dossierId);
  if (step === "destroy") keys.destroyDossierKeys([first]);
  const files = openKeyFolder(folder);
  const holder = chooseHolder(files, { setting: "auto", mayCreate: false, credentialStore, randomBytes });
  const isThere = [first, second].filter((dossierId) => keys.dossierKey(dossierId) !== undefined);
  const isRingOfHolder = files.names().includes(`ring.${holder.read()?.generation}`);
  process.stdout.write(`${readHolderChoice(files)?.masterKey} ${isRingOfHolder ? isThere.length : "no"} keys\n`);
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : String(error));
}
