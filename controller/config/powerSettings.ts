import { z } from "zod";

/** The power supply, as `upsd` of Network UPS Tools tells of it. Without this setting nothing is known of the power. */
export const PowerSettings = z.strictObject({
  kind: z.literal("nut"),
  host: z.string().min(1).max(253).default("127.0.0.1"),
  port: z.number().int().min(1).max(65_535).default(3_493),
  /** The name in `ups.conf`; without it the first that the daemon lists. */
  upsName: z.string().min(1).max(100).optional(),
  /** Only where the daemon asks for it; reading usually needs none. */
  login: z.strictObject({ username: z.string().min(1).max(100), password: z.string().max(100) }).optional(),
});
export type PowerSettings = z.infer<typeof PowerSettings>;
