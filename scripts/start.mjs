// `npm start`: from a clean clone to a kiosk on a desk. Installs what is missing, then scripts/start/main.ts goes on.
import { begin } from "./bootstrap/begin.mjs";

await begin("scripts/start/main.ts");
