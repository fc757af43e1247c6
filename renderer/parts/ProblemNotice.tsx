import { useTranslation } from "react-i18next";
import type { Problem } from "#core/contract/screen.ts";
import { Notice } from "#ui/widgets/Notice.tsx";

/** What was wrong with the last thing shown or typed, and what to do; nothing where all is well. */
export function ProblemNotice({ problem }: { readonly problem: Problem | undefined }) {
  const { t } = useTranslation();
  return problem === undefined ? null : <Notice tone="error">{t(`problem.${problem}`)}</Notice>;
}
