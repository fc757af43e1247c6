import { z } from "zod";

/** Sample cards that lie on the desk page, with the PINs that exist on a desk only; see `core/contract/desk.ts`. */
export const DeskCards = z
  .array(
    z.strictObject({
      cardId: z.string().min(1).max(40),
      kind: z.enum(["citizen", "clerk", "technician", "healthCard", "bagLabel"]),
      title: z.string().min(1).max(120),
      text: z.string().min(1).max(4_296),
      pin: z
        .string()
        .regex(/^\d{4,8}$/)
        .optional(),
    }),
  )
  .max(20);
export type DeskCards = z.infer<typeof DeskCards>;
