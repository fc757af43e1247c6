import { register } from "./0001-register.ts";
import { ordersDelivered } from "./0002-orders-delivered.ts";
import type { Migration } from "./migration.ts";

/** All steps; numbered 1, 2, 3 … A step that was released is never changed. */
export const migrations: readonly Migration[] = [register, ordersDelivered];
