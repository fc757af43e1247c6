import { z } from "zod";
import { KioskConfig } from "./kioskConfig.ts";

/** JSON schema of `kiosk.json` for editors; kept beside the samples as `config/kiosk.schema.json`. */
export function configSchema(): object {
  const schema = z.toJSONSchema(KioskConfig, { io: "input", target: "draft-2020-12" });
  return { ...schema, title: "Configuration of a dossier kiosk" };
}
