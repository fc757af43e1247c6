import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { NumberPad } from "#ui/widgets/NumberPad.tsx";
import type { Typed } from "./useTyped.ts";

/** The number pad on the counter; a keyboard's digits and its delete key do the same. */
export function DigitPad({ typed }: { readonly typed: Typed }) {
  const { t } = useTranslation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) typed.add(event.key);
      else if (event.key === "Backspace") typed.remove();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
  return (
    <NumberPad
      name={t("common.digits")}
      onDigit={typed.add}
      onDelete={typed.remove}
      onClear={typed.clear}
      words={{ clear: t("common.clear"), delete: t("common.delete") }}
    />
  );
}
