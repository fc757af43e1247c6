// `npm run build`: pages and shell into dist/, those whose sources changed.
import { bundle } from "./bundle.ts";
import { buildStale, PAGES, projectRoot, SHELL } from "./targets.ts";

await buildStale([...PAGES, SHELL], bundle, { root: projectRoot, say: console.log });
