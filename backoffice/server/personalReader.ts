import type { z } from "zod";
import { personalContext, unseal } from "#core/domain/seal.ts";
import type { ReceivedEvent } from "../store/officeStore.ts";
import type { AppContext } from "./appContext.ts";

/**
 * Opens the sealed part of an event for one look; nothing of it is stored. Undefined where the key is not here, was
 * destroyed, or the part is not of this event.
 */
export async function readPersonal<S extends z.ZodType>(
  context: Pick<AppContext, "store" | "officeKey">,
  event: ReceivedEvent & { readonly dossierId: string },
  schema: S,
): Promise<z.infer<S> | undefined> {
  if (event.sealed === null) return undefined;
  const sealedKey = await context.store.sealedKeyOf(event);
  const key = sealedKey && context.officeKey.open(sealedKey.sealedKey);
  if (key?.length !== 32) return undefined;
  const text = unseal(event.sealed, key, personalContext(event.dossierId, event.type));
  if (!text.ok) return undefined;
  const parsed = schema.safeParse(JSON.parse(text.value));
  return parsed.success ? parsed.data : undefined;
}
