// `npm test`: installs what the tests need, then scripts/test/main.ts runs them all.
import { begin, say } from "./bootstrap/begin.mjs";
import { installDebianPackages } from "./bootstrap/debian.mjs";

await begin("scripts/test/main.ts", async () => installDebianPackages(say));
