import { resolve } from "node:path";
import { backupPlaceOf } from "../backup/kioskBackups.ts";
import { makeBackup } from "../backup/makeBackup.ts";
import { type Answer, type Command, readFlags, refused } from "./command.ts";
import { kioskConfigOf } from "./kioskConfigOf.ts";
import { runningController } from "./portOwner.ts";

export const backupCommand: Command = {
  name: "backup",
  summary: "makes a backup of the log now and checks it; the kiosk may run meanwhile",
  usage: `npm run -s kioskctl -- backup [--config FILE]
  --config FILE   kiosk.json; by default that of the kiosk on this machine
The copy holds no keys and no unfinished visit. It gets its name only after it was checked from end to end.`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, { config: { type: "string" } });
    const { config, configPath } = kioskConfigOf(values.config, world);
    const controller = await runningController(configPath, world);
    if (controller !== undefined) {
      const answer = await controller.ask({ command: "backup" }, { withinMs: 11 * 60_000 });
      if (!answer.ok) return refused(answer.error);
      if (answer.value.kind === "backup") return made(answer.value.path, answer.value.lastSeq);
      return refused("The controller answered something else.");
    }
    try {
      const { path, lastSeq } = await makeBackup(backupPlaceOf(config), world.clock.wallMs());
      return made(path, lastSeq);
    } catch (error) {
      return refused(error instanceof Error ? error.message : String(error));
    }
  },
};

function made(path: string, lastSeq: number): Answer {
  const file = resolve(path);
  return { status: 0, json: { path: file, lastSeq }, text: `${file} holds ${lastSeq} events; it was checked.` };
}
