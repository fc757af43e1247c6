import { clerk } from "./clerk.ts";
import { collection } from "./collection.ts";
import { commissioning } from "./commissioning.ts";
import { common } from "./common.ts";
import { home } from "./home.ts";
import { intake } from "./intake.ts";
import { machine } from "./machine.ts";
import { reasons } from "./reasons.ts";
import { technician } from "./technician.ts";

/** Vietnamese, the master: the other languages have the same keys. */
export const vi = {
  ...common,
  ...home,
  ...intake,
  ...collection,
  ...reasons,
  ...clerk,
  ...technician,
  ...machine,
  ...commissioning,
} as const;
export type Words = typeof vi;
