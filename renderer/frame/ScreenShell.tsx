import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Header } from "#ui/widgets/Header.tsx";
import { useDates } from "../language/useDates.ts";
import { useLocalized } from "../language/useLocalized.ts";
import type { PageProps } from "../screens/screenProps.ts";
import { HelpSheet } from "./HelpSheet.tsx";
import { PreferencesBar } from "./PreferencesBar.tsx";
import { TimeWarning } from "./TimeWarning.tsx";
import { useNowMs } from "./useNowMs.ts";
import "./ScreenShell.css";

const HelpContext = createContext<() => void>(() => undefined);

/** Opens the help sheet; for keys inside a shell. */
export function useOpenHelp(): () => void {
  return useContext(HelpContext);
}

/** Props of the shell. */
export interface ScreenShellProps {
  readonly page: PageProps;
  /** For the home page: its ground is a wall, light by day and dark after dusk. */
  readonly wall?: "day" | "night" | undefined;
  /** The technician's screens are always dark, so that nobody takes them for the citizens'. */
  readonly theme?: "technician" | undefined;
  /** Replaces the header with office and clock. */
  readonly header?: ReactNode;
  /** Everything between header and bar. */
  readonly children: ReactNode;
}

/** Header above, bar below, help and time warning over it. On arrival the title takes the focus and is read out. */
export function ScreenShell({ page, wall, theme, header, children }: ScreenShellProps) {
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const shellRef = useRef<HTMLDivElement>(null);
  useEffect(() => shellRef.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true }), []);
  return (
    <HelpContext value={() => setIsHelpOpen(true)}>
      <div
        ref={shellRef}
        className="screen"
        data-screen={page.snapshot.screen.name}
        data-wall={wall === undefined ? undefined : ""}
        data-daylight={wall}
        data-theme={theme}
        // Colours of the theme give way to high contrast only where both stand on one element.
        data-contrast={theme === undefined ? undefined : page.snapshot.preferences.contrast}
      >
        {header ?? <ClockedHeader page={page} isOnDark={wall === "night"} />}
        {children}
        <PreferencesBar page={page} onHelp={() => setIsHelpOpen(true)} />
        {isHelpOpen && <HelpSheet page={page} onClose={() => setIsHelpOpen(false)} />}
        <TimeWarning page={page} />
      </div>
    </HelpContext>
  );
}

function ClockedHeader({ page, isOnDark }: { readonly page: PageProps; readonly isOnDark: boolean }) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const dates = useDates(page.setup.timeZone);
  const nowMs = useNowMs(page.snapshot);
  const { isTimeDoubtful } = page.snapshot;
  return (
    <Header
      product={t("common.product")}
      office={localized(page.setup.office.name)}
      time={isTimeDoubtful ? "" : dates.time(nowMs)}
      day={isTimeDoubtful ? "" : dates.headerDay(nowMs)}
      isOnDark={isOnDark}
    />
  );
}
