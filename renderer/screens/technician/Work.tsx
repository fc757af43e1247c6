import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Props of a section's layout. */
export interface WorkProps {
  /** What the section is about: the picture, the list, the trace. */
  readonly main: ReactNode;
  /** What is told of the part that is chosen. */
  readonly side?: ReactNode;
  readonly keys?: ReactNode;
  /** Names of the two areas for those who listen. */
  readonly names: { readonly main: string; readonly side: string };
  /** Upright: which area takes the height that is left. The side unless told otherwise. */
  readonly fill?: "main" | "side" | undefined;
  /** Upright: which area stands above. The main one unless told otherwise. */
  readonly first?: "main" | "side" | undefined;
}

/** Upright: one under the other. Low: the main area at the left, the side and the keys at the right. */
export function Work({ main, side, keys, names, fill = "side", first = "main" }: WorkProps) {
  const { t } = useTranslation();
  return (
    <div className="tech-work" data-fill={fill} data-first={first}>
      <Scroll place="main" name={names.main}>
        {main}
      </Scroll>
      {side !== undefined && (
        <Scroll place="side" name={names.side}>
          {side}
        </Scroll>
      )}
      {keys !== undefined && (
        <section className="tech-work-keys tech-keys" aria-label={t("common.counterName")}>
          {keys}
        </section>
      )}
    </div>
  );
}

/** An area that scrolls by touch, and by a keyboard once it has the focus. */
function Scroll(props: { readonly place: "main" | "side"; readonly name: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls it only when it can have the focus
    <section className={`tech-scroll tech-work-${props.place}`} tabIndex={0} aria-label={props.name}>
      {props.children}
    </section>
  );
}
