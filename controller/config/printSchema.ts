import { configSchema } from "./configSchema.ts";

// `node controller/config/printSchema.ts > config/kiosk.schema.json` after every change of the configuration.
process.stdout.write(`${JSON.stringify(configSchema(), null, 2)}\n`);
