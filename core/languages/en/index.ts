import type { Words } from "../vi/index.ts";
import type { CountedWordsLike } from "../wordsLike.ts";
import { clerk } from "./clerk.ts";
import { collection } from "./collection.ts";
import { commissioning } from "./commissioning.ts";
import { common } from "./common.ts";
import { home } from "./home.ts";
import { intake } from "./intake.ts";
import { machine } from "./machine.ts";
import { reasons } from "./reasons.ts";
import { technician } from "./technician.ts";

/** English. */
export const en: CountedWordsLike<Words> = {
  ...common,
  ...home,
  ...intake,
  ...collection,
  ...reasons,
  ...clerk,
  ...technician,
  ...machine,
  ...commissioning,
};
