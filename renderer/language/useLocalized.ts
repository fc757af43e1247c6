import { useTranslation } from "react-i18next";
import type { LocalizedText } from "#core/contract/channel.ts";

/** Reads texts of the configuration and the catalogue in the language of the page. */
export function useLocalized(): (text: LocalizedText) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language === "en" ? text.en : i18n.language === "zh" ? text.zh : text.vi);
}
