import { useTranslation } from "react-i18next";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { useLocalized } from "../language/useLocalized.ts";
import { BackKey } from "../parts/Keys.tsx";
import type { ScreenProps } from "./screenProps.ts";
import "./Notices.css";

/** What the office wants to tell everybody. */
export function Notices(page: ScreenProps<"notices">) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { notices } = page.setup;
  return (
    <ScreenFrame
      page={page}
      title={t("notices.title")}
      lead={notices.length === 0 ? t("notices.none") : undefined}
      keys={<BackKey page={page} />}
    >
      {notices.map((notice) => (
        <article key={notice.title.vi} className="public-notice">
          <h2>{localized(notice.title)}</h2>
          <p>{localized(notice.body)}</p>
        </article>
      ))}
    </ScreenFrame>
  );
}
