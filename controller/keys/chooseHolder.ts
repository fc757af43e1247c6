import { z } from "zod";
import { parseJson } from "#core/base/parseJson.ts";
import { type CredentialStore, doesStoreWork, masterKeyInStore } from "./credentialStore.ts";
import { KeyError } from "./keyError.ts";
import { type KeyFolder, replaceFile } from "./keyFolder.ts";
import { type MasterKeyHolder, masterKeyFile } from "./masterKey.ts";

/** Where the master key is to be kept; `auto`: in the operating system's credential store where there is one. */
export type MasterKeySetting = "auto" | "file" | "credentialStore";

const FILE = "holder.json";

const Choice = z.discriminatedUnion("masterKey", [
  z.strictObject({ version: z.literal(1), masterKey: z.literal("file") }),
  z.strictObject({
    version: z.literal(1),
    masterKey: z.literal("credentialStore"),
    account: z.string().min(1).max(80),
  }),
]);
/** The choice that was made at the first start; it stands in the key folder and is never changed. */
export type HolderChoice = z.infer<typeof Choice>;

export interface ChooseHolderOptions {
  readonly setting: MasterKeySetting;
  readonly mayCreate: boolean;
  readonly credentialStore: CredentialStore;
  readonly randomBytes: (count: number) => Uint8Array;
}

/**
 * The holder that was chosen at the first start. Throws a `KeyError` where the choice is missing beside a log, where the
 * setting asks for another one, or where a store that is asked for by name does not work.
 */
export function chooseHolder(folder: KeyFolder, options: ChooseHolderOptions): MasterKeyHolder {
  const { setting, credentialStore } = options;
  const choice = readHolderChoice(folder) ?? choose(folder, options);
  if (setting !== "auto" && setting !== choice.masterKey)
    throw new KeyError(
      `The configuration asks for keys.masterKey "${setting}", but the key folder ${folder.path} was made with ` +
        `"${choice.masterKey}" and stays so. Nothing was changed.`,
    );
  if (choice.masterKey === "file") return masterKeyFile(folder);
  return masterKeyInStore(credentialStore, choice.account);
}

/** Undefined before the first start. Throws a `KeyError` where the file is damaged. */
export function readHolderChoice(folder: Pick<KeyFolder, "read" | "path">): HolderChoice | undefined {
  const bytes = folder.read(FILE);
  if (bytes === undefined) return undefined;
  const parsed = Choice.safeParse(parseJson(Buffer.from(bytes).toString("utf8")));
  if (parsed.success) return parsed.data;
  throw new KeyError(`The file ${folder.path}/${FILE} is damaged; it says who keeps the master key. Put it back.`);
}

function choose(
  folder: KeyFolder,
  { setting, mayCreate, credentialStore, randomBytes }: ChooseHolderOptions,
): HolderChoice {
  if (!mayCreate)
    throw new KeyError(
      `The kiosk's keys are missing from ${folder.path}, but its log is not empty. Put the key folder back from where ` +
        "it was moved; without it receipts and personal data of this log cannot be read. Nothing was changed.",
    );
  const account = Buffer.from(randomBytes(8)).toString("hex");
  const isStore = setting !== "file" && doesStoreWork(credentialStore, `probe-${account}`);
  if (setting === "credentialStore" && !isStore)
    throw new KeyError(
      'The configuration asks for keys.masterKey "credentialStore", but no credential store of the operating system ' +
        'answers to this user. Start one, or write "file". Nothing was changed.',
    );
  const choice: HolderChoice = isStore
    ? { version: 1, masterKey: "credentialStore", account }
    : { version: 1, masterKey: "file" };
  replaceFile(folder, FILE, Buffer.from(`${JSON.stringify(choice)}\n`, "utf8"));
  return choice;
}
