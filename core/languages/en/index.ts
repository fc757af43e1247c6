import type { Words } from "../vi/index.ts";
import type { CountedWordsLike } from "../wordsLike.ts";
import { clerk } from "./clerk.ts";
import { common } from "./common.ts";

/** English. */
export const en: CountedWordsLike<Words> = { ...common, ...clerk };
