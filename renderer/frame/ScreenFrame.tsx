import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Counter } from "#ui/widgets/Counter.tsx";
import { PageTitle } from "#ui/widgets/PageTitle.tsx";
import { Rail } from "#ui/widgets/Rail.tsx";
import type { PageProps } from "../screens/screenProps.ts";
import { MoreBelow } from "./MoreBelow.tsx";
import { ScreenShell } from "./ScreenShell.tsx";
import { useOverflow } from "./useOverflow.ts";

/** The way through a visit: names of the steps, and the current one, from 0. */
export interface RailSteps {
  readonly steps: readonly string[];
  readonly current: number;
}

/** Props of the layout that all screens of a visit share. */
export interface ScreenFrameProps {
  readonly page: PageProps;
  readonly rail?: RailSteps | undefined;
  /** One question or one fact, at most two lines. */
  readonly title: string;
  /** Where or why; one or two sentences. */
  readonly lead?: ReactNode;
  /** The thing itself: cabinet, paper, camera, table. */
  readonly children?: ReactNode;
  /** What the machine does or waits for, above the keys. */
  readonly status?: ReactNode;
  /** Keys: one main key at most, then others. Absent: a screen without decisions. */
  readonly keys?: ReactNode;
  /** `stands`: the thing stands on the counter's edge (cabinet, paper). `flows`: below the lead, unless told otherwise. */
  readonly middle?: "stands" | "flows" | undefined;
  /** Dark, for the technician. */
  readonly theme?: "technician" | undefined;
}

/**
 * Header, rail, title, the thing, counter and bar. Portrait: from top to bottom; landscape: the thing at the left and
 * the counter at the right. What does not fit is reached with a key that turns the page.
 */
export function ScreenFrame(props: ScreenFrameProps) {
  const { page, rail, title, lead, children, status, keys, middle = "flows" } = props;
  const { t } = useTranslation();
  const overflow = useOverflow();
  return (
    <ScreenShell page={page} theme={props.theme}>
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
      <main ref={overflow.ref} className="screen-main" data-middle={middle}>
        <PageTitle title={title} lead={lead} />
        {children !== undefined && <div className="screen-thing">{children}</div>}
      </main>
      {(keys !== undefined || status !== undefined) && (
        <Counter name={t("common.counterName")} status={status}>
          {keys}
        </Counter>
      )}
      {overflow.hasMore && middle === "flows" && <MoreBelow overflow={overflow} />}
    </ScreenShell>
  );
}
