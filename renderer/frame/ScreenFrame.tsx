import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Counter } from "#ui/widgets/Counter.tsx";
import { Header } from "#ui/widgets/Header.tsx";
import { Rail } from "#ui/widgets/Rail.tsx";
import { useDates } from "../language/useDates.ts";
import { useLocalized } from "../language/useLocalized.ts";
import type { PageProps } from "../screens/screenProps.ts";
import { HelpSheet } from "./HelpSheet.tsx";
import { PreferencesBar } from "./PreferencesBar.tsx";
import { TimeWarning } from "./TimeWarning.tsx";
import { useNowMs } from "./useNowMs.ts";
import "./ScreenFrame.css";

/** The way through a visit: names of the steps, and the current one, from 0. */
export interface RailSteps {
  readonly steps: readonly string[];
  readonly current: number;
}

/** Props of the layout that all screens share. */
export interface ScreenFrameProps {
  readonly page: PageProps;
  readonly rail?: RailSteps | undefined;
  /** One question or one fact, at most two lines. */
  readonly title: ReactNode;
  /** Where or why; one or two sentences. */
  readonly lead?: ReactNode;
  /** The thing itself: cabinet, paper, camera, table. */
  readonly children?: ReactNode;
  /** What the machine does or waits for, above the keys. */
  readonly status?: ReactNode;
  /** Keys: one main key at most, then others. Absent: a screen without decisions. */
  readonly keys?: ReactNode;
  /** `stands`: the thing stands on the counter's edge (cabinet, paper). `flows`: below the lead. `flows` unless told otherwise. */
  readonly middle?: "stands" | "flows" | undefined;
}

/**
 * Header, rail, title, the thing, counter and bar. Portrait: from top to bottom; landscape: the thing at the left and
 * the counter at the right. On arrival the title takes the focus, so that it is read out.
 */
export function ScreenFrame({ page, rail, title, lead, children, status, keys, middle = "flows" }: ScreenFrameProps) {
  const { t } = useTranslation();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const titleRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => titleRef.current?.focus({ preventScroll: true }), []);
  return (
    <div className="screen" data-screen={page.snapshot.screen.name} data-rail={rail === undefined ? undefined : ""}>
      <FrameHeader page={page} />
      {rail !== undefined && (
        <Rail
          steps={rail.steps}
          current={rail.current}
          name={t("common.railName", {
            step: rail.current + 1,
            steps: rail.steps.length,
            name: rail.steps[rail.current] ?? "",
          })}
        />
      )}
      <main className="screen-main" data-middle={middle}>
        <div className="screen-words">
          <h1 ref={titleRef} tabIndex={-1} className="screen-title">
            {title}
          </h1>
          {lead !== undefined && <div className="screen-lead">{lead}</div>}
        </div>
        {children !== undefined && <div className="screen-thing">{children}</div>}
      </main>
      {(keys !== undefined || status !== undefined) && (
        <Counter name={t("common.counterName")} status={status}>
          {keys}
        </Counter>
      )}
      <PreferencesBar page={page} onHelp={() => setIsHelpOpen(true)} />
      {isHelpOpen && <HelpSheet page={page} onClose={() => setIsHelpOpen(false)} />}
      <TimeWarning page={page} />
    </div>
  );
}

/** The header with the time of the controller's clock. */
export function FrameHeader({ page, isOnDark }: { readonly page: PageProps; readonly isOnDark?: boolean }) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const dates = useDates(page.setup.timeZone);
  const nowMs = useNowMs(page.snapshot);
  return (
    <Header
      product={t("common.product")}
      office={localized(page.setup.office.name)}
      time={dates.time(nowMs)}
      day={dates.headerDay(nowMs)}
      isOnDark={isOnDark}
    />
  );
}
