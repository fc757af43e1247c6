import { useTranslation } from "react-i18next";
import { Mark } from "#ui/widgets/Mark.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import "./Starting.css";

/** While the controller is not reached: no white page, no spinner, words in three languages. */
export function Starting() {
  const { t } = useTranslation();
  return (
    <main className="starting" aria-live="polite">
      <Mark onDark />
      <h1>{t("starting.title")}</h1>
      <p>{t("starting.text")}</p>
      <p className="starting-languages">{t("starting.languages")}</p>
    </main>
  );
}

/** Another window took the screen over. */
export function Replaced({ onTakeOver }: { readonly onTakeOver: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="starting">
      <Mark onDark />
      <h1>{t("starting.replacedTitle")}</h1>
      <p>{t("starting.replacedText")}</p>
      <WhiteKey label={t("starting.replacedKey")} onPress={onTakeOver} />
    </main>
  );
}

/** Drawing failed; the page loads itself again and the controller gives it the same step. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <main className="starting" role="alert">
      <Mark onDark />
      <h1>{t("starting.brokenTitle")}</h1>
      <p>{t("starting.brokenText")}</p>
    </main>
  );
}
