import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

let isOn = false;
const listeners = new Set<() => void>();

/** Reading aloud: on or off for the whole page; the voice is the browser's own, nothing leaves the machine. */
export function useSpeech(): { readonly isOn: boolean; readonly toggle: () => void } {
  const { i18n } = useTranslation();
  const on = useSyncExternalStore(subscribe, () => isOn);
  return {
    isOn: on,
    toggle: () => {
      setSpeech(!isOn);
      if (isOn) readScreenAloud(i18n.language);
    },
  };
}

/** Turns reading aloud on or off; off at the end of each visit. */
export function setSpeech(wanted: boolean): void {
  isOn = wanted;
  if (!wanted) window.speechSynthesis?.cancel();
  for (const listener of listeners) listener();
}

/** Reads the title and the lead of the present screen, where reading aloud is on. */
export function readScreenAloud(language: string): void {
  if (!isOn || window.speechSynthesis === undefined) return;
  const parts = document.querySelectorAll(".screen-title, .screen-lead, .counter-status");
  const words = [...parts].map((part) => part.textContent?.trim() ?? "").filter((text) => text !== "");
  const speech = new SpeechSynthesisUtterance(words.join(". "));
  speech.lang = language === "zh" ? "zh-CN" : language === "vi" ? "vi-VN" : "en-GB";
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(speech);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
