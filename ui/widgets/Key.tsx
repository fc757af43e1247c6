import type { Icon } from "@phosphor-icons/react/dist/lib/types";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import "./Key.css";

/** What all keys have in common. */
export interface KeyProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: Icon | undefined;
  /** The spoken name, where the label alone does not say it. */
  readonly spokenName?: string | undefined;
  /** Shown instead of the label while the machine works on this key's request; presses do nothing meanwhile. */
  readonly busyLabel?: string | undefined;
  /** The sentence that says why the key cannot be used now. Present means unavailable. */
  readonly unavailableReason?: string | undefined;
  /** For a key that stays chosen (language, text size). */
  readonly isChosen?: boolean | undefined;
}

interface KeyFaceProps extends KeyProps {
  /** The looks: a class of Key.css or of the widget's own sheet. */
  readonly look: string;
  readonly children?: ReactNode;
}

/** The key under every other key: states, focus ring and name in one place. */
export function Key({ look, children, ...key }: KeyFaceProps) {
  const isUnavailable = key.unavailableReason !== undefined;
  const isBusy = key.busyLabel !== undefined;
  const shown = key.busyLabel ?? key.label;
  return (
    <Button
      className={`key ${look}`}
      onPress={key.onPress}
      isDisabled={isUnavailable}
      isPending={isBusy}
      aria-label={nameOf(key)}
      data-chosen={key.isChosen === true ? "" : undefined}
      {...(key.isChosen === undefined ? {} : { "aria-pressed": key.isChosen })}
    >
      {children ?? <KeyLabel icon={key.icon} text={shown} reason={key.unavailableReason} />}
    </Button>
  );
}

/** Icon, words and, under them, why the key cannot be used. */
export function KeyLabel(props: {
  readonly icon?: Icon | undefined;
  readonly text: string;
  readonly reason?: string | undefined;
}) {
  const Picture = props.icon;
  return (
    <span className="key-label">
      {Picture !== undefined && <Picture weight="bold" className="key-icon" aria-hidden="true" />}
      <span className="key-words">
        <span className="key-text">{props.text}</span>{" "}
        {props.reason !== undefined && <span className="key-reason">{props.reason}</span>}
      </span>
    </span>
  );
}

function nameOf(key: KeyProps): string {
  const name = key.busyLabel ?? key.spokenName ?? key.label;
  return key.unavailableReason === undefined ? name : `${name}. ${key.unavailableReason}`;
}
