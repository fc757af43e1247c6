import type { Migration } from "./migration.ts";

/** The highest order number that ever stood in an answer to the kiosk: says when this file is an older copy. */
export const ordersDelivered: Migration = {
  version: 2,
  sql: `
    ALTER TABLE kiosks ADD COLUMN orders_delivered_up_to INTEGER NOT NULL DEFAULT 0;
    UPDATE kiosks SET orders_delivered_up_to =
      coalesce((SELECT max(number) FROM orders o WHERE o.kiosk_number = kiosks.kiosk_number), 0);
  `,
};
