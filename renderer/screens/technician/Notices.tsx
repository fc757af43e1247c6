import { useTranslation } from "react-i18next";
import type { ScreenOf } from "#core/contract/screen.ts";
import { Notice } from "#ui/widgets/Notice.tsx";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import type { PageProps } from "../screenProps.ts";
import { useTestWords } from "./devices/useTestWords.ts";
import "./Notices.css";

/** Props of what every section says above its own things. */
export interface NoticesProps {
  readonly page: PageProps;
  readonly screen: ScreenOf<"technician">;
}

/** What went wrong, which test runs and what it asks, and what became of papers and files. */
export function Notices({ page, screen }: NoticesProps) {
  const { t } = useTranslation();
  const { problem } = screen;
  return (
    <div className="tech-notices">
      {problem !== undefined && <Notice tone="error">{t(`problem.${problem}`)}</Notice>}
      <RunningTest page={page} screen={screen} />
      <Papers screen={screen} />
    </div>
  );
}

function RunningTest({ page, screen }: NoticesProps) {
  const { t } = useTranslation();
  const words = useTestWords();
  const { running } = screen;
  if (running === undefined) return null;
  if (running.phase === "running") {
    return (
      <Notice>{`${t("technician.notice.running", { test: words.name(running.test) })} ${words.todo(running.test)}`}</Notice>
    );
  }
  return (
    <div className="tech-ask">
      <Notice>
        <strong>{words.name(running.test)}</strong> {words.ask(running.test)}
      </Notice>
      <PanelKey
        tone="main"
        label={t("technician.notice.good")}
        onPress={() => page.send({ kind: "confirmTest", isGood: true })}
      />
      <PanelKey label={t("technician.notice.bad")} onPress={() => page.send({ kind: "confirmTest", isGood: false })} />
    </div>
  );
}

function Papers({ screen }: { readonly screen: NoticesProps["screen"] }) {
  const { t } = useTranslation();
  const { paper, saving } = screen;
  return (
    <>
      {paper === "printing" && <Notice>{t("technician.notice.paperPrinting")}</Notice>}
      {paper === "printed" && <Notice>{t("technician.notice.paperPrinted")}</Notice>}
      {paper !== undefined && paper !== "printing" && paper !== "printed" && (
        <Notice tone="error">{t("technician.notice.paperTrouble")}</Notice>
      )}
      {saving?.state === "saving" && <Notice>{t("technician.notice.saving")}</Notice>}
      {saving?.state === "saved" && <Notice>{t("technician.notice.saved", { file: saving.file ?? "" })}</Notice>}
      {saving?.state === "failed" && <Notice tone="error">{t("technician.notice.saveFailed")}</Notice>}
    </>
  );
}
