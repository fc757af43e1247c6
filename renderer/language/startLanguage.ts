import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "#core/languages/en/index.ts";
import { vi } from "#core/languages/vi/index.ts";
import { zh } from "#core/languages/zh/index.ts";

/** Loads the three languages, all of them bundled; Vietnamese until the first snapshot says otherwise. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "vi",
    fallbackLng: "vi",
    supportedLngs: ["vi", "en", "zh"],
    defaultNS: "kiosk",
    ns: ["kiosk"],
    resources: { vi: { kiosk: vi }, en: { kiosk: en }, zh: { kiosk: zh } },
    // React escapes.
    interpolation: { escapeValue: false },
  });
}

/** Speaks another language from now on, and tells the browser so (fonts, line breaks, voices). */
export function speak(language: string): void {
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
