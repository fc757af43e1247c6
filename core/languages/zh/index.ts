import type { Words } from "../vi/index.ts";
import type { WordsLike } from "../wordsLike.ts";
import { clerk } from "./clerk.ts";
import { common } from "./common.ts";

/** Chinese in simplified characters. */
export const zh: WordsLike<Words> = { ...common, ...clerk };
