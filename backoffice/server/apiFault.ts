import type { z } from "zod";

/** A request that cannot be done, with the sentence for the person who sees it. */
export class ApiFault extends Error {
  override readonly name = "ApiFault";
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** The value in its schema's shape, or a fault that names what is wrong. */
export function readInput<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new ApiFault(400, `Dữ liệu gửi lên chưa đúng: ${first?.path.join(".") ?? ""} ${first?.message ?? ""}`.trim());
}
