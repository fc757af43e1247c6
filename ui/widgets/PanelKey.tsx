import { Key, KeyLabel, type KeyProps } from "./Key.tsx";
import "./PanelKey.css";

/** Props of a key on the technician's dark panels. */
export interface PanelKeyProps extends KeyProps {
  /** `main`: the one ochre key. `danger`: what alarms or opens many doors. Quiet unless told otherwise. */
  readonly tone?: "main" | "danger" | undefined;
  /** A second, smaller line: what the key stands for. */
  readonly under?: string | undefined;
}

/** A key for staff who stand closer and know the machine: as easy to hit as any, but flatter. */
export function PanelKey({ tone, under, ...key }: PanelKeyProps) {
  const look = tone === undefined ? "panel-key" : `panel-key panel-key--${tone}`;
  return (
    <Key {...key} look={look} spokenName={spokenName(key, under)}>
      <KeyLabel icon={key.icon} text={key.busyLabel ?? key.label} reason={key.unavailableReason ?? under} />
    </Key>
  );
}

/** What is heard holds what is seen: the reason takes the second line's place, and `Key` says it. */
function spokenName(key: KeyProps, under: string | undefined): string | undefined {
  if (key.unavailableReason !== undefined) return undefined;
  return key.spokenName ?? (under === undefined ? undefined : `${key.label}, ${under}`);
}
