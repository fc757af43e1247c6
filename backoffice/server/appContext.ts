import type { CatalogueView } from "#core/contract/staffApi.ts";
import type { OfficeStore } from "../store/officeStore.ts";
import type { LiveChannel } from "./live.ts";
import type { OfficeKeyPair } from "./officeKeyFile.ts";

/** What the routes work with. */
export interface AppContext {
  readonly store: OfficeStore;
  readonly officeKey: OfficeKeyPair;
  readonly live: LiveChannel;
  /** Wall time, milliseconds. */
  readonly nowMs: () => number;
  readonly isDesk: boolean;
  readonly catalogue: CatalogueView;
  /** True where a TLS proxy stands before this server: cookies are then marked Secure. */
  readonly isBehindTls: boolean;
}
