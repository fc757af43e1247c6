import { z } from "zod";

const Words = z.string().trim().min(1).max(400);

/** The same words in the three languages of the kiosk. Printed papers use `vi` only: the forms are Vietnamese. */
export const LocalizedText = z.strictObject({ vi: Words, en: Words, zh: Words });
export type LocalizedText = z.infer<typeof LocalizedText>;
