import "i18next";
import type { Words } from "#core/languages/vi/index.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "kiosk";
    resources: { kiosk: Words };
    returnNull: false;
  }
}
