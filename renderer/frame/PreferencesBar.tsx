import { useTranslation } from "react-i18next";
import type { Preferences } from "#core/contract/intent.ts";
import { Bar } from "#ui/widgets/Bar.tsx";
import { useSpeech } from "../language/useSpeech.ts";
import type { PageProps } from "../screens/screenProps.ts";

const languages = [
  { tag: "vi", name: "Tiếng Việt" },
  { tag: "en", name: "English" },
  { tag: "zh", name: "中文" },
] as const;

/** The bar at the bottom: language, text size, contrast, sound, help. What is chosen lives with the controller. */
export function PreferencesBar({ page, onHelp }: { readonly page: PageProps; readonly onHelp: () => void }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const { preferences } = page.snapshot;
  const change = (part: Partial<Preferences>) =>
    page.send({ kind: "setPreferences", preferences: { ...preferences, ...part } });
  return (
    <Bar
      words={{
        name: t("bar.name"),
        smaller: t("bar.smaller"),
        normal: t("bar.normal"),
        larger: t("bar.larger"),
        contrast: t("bar.contrast"),
        sound: t("bar.sound"),
        help: t("bar.help"),
      }}
      languages={languages}
      language={preferences.language}
      onLanguage={(tag) => {
        const chosen = languages.find((one) => one.tag === tag);
        if (chosen !== undefined) change({ language: chosen.tag });
      }}
      textSize={preferences.textSize}
      onTextSize={(step) => change({ textSize: nextTextSize(preferences.textSize, step) })}
      isHighContrast={preferences.contrast === "high"}
      onContrast={() => change({ contrast: preferences.contrast === "high" ? "normal" : "high" })}
      isSpeaking={speech.isOn}
      onSound={speech.isPossible ? speech.toggle : undefined}
      hotline={page.setup.office.hotline}
      onHelp={onHelp}
    />
  );
}

function nextTextSize(present: number, step: "smaller" | "normal" | "larger"): number {
  if (step === "normal") return 2;
  return step === "larger" ? Math.min(4, present + 1) : Math.max(1, present - 1);
}
