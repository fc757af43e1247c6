import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

let isOn = false;
const listeners = new Set<() => void>();
const voiceLanguages: Readonly<Record<string, string>> = { vi: "vi-VN", en: "en-GB", zh: "zh-CN" };

/** Reading aloud; the voice is the browser's own, nothing leaves the machine. */
export interface Speech {
  /** False where the browser has no voice for the language of the page. */
  readonly isPossible: boolean;
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly readNow: () => void;
}

/** Reading aloud, on or off for the whole page. */
export function useSpeech(): Speech {
  const { i18n } = useTranslation();
  const on = useSyncExternalStore(subscribe, () => isOn);
  const isPossible = useSyncExternalStore(subscribeVoices, () => hasVoice(i18n.language));
  return {
    isPossible,
    isOn: on,
    toggle: () => {
      setSpeech(!isOn);
      if (isOn) readScreen(i18n.language);
    },
    readNow: () => readScreen(i18n.language),
  };
}

/** Turns reading aloud on or off; off at the end of each visit. */
export function setSpeech(wanted: boolean): void {
  isOn = wanted;
  if (!wanted) window.speechSynthesis?.cancel();
  for (const listener of listeners) listener();
}

/** Reads the present screen, where reading aloud is on. */
export function readScreenAloud(language: string): void {
  if (isOn) readScreen(language);
}

function readScreen(language: string): void {
  const parts = document.querySelectorAll("h1, .page-lead, .receipt-times, .counter-status");
  const words = [...parts].map((part) => part.textContent?.trim() ?? "").filter((text) => text !== "");
  const speech = new SpeechSynthesisUtterance(words.join(". "));
  speech.lang = voiceLanguages[language] ?? "vi-VN";
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(speech);
}

function hasVoice(language: string): boolean {
  return window.speechSynthesis?.getVoices().some((voice) => voice.lang.startsWith(language)) ?? false;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function subscribeVoices(listener: () => void): () => void {
  window.speechSynthesis?.addEventListener("voiceschanged", listener);
  return () => window.speechSynthesis?.removeEventListener("voiceschanged", listener);
}
