import { CaretRightIcon } from "@phosphor-icons/react/dist/csr/CaretRight";
import { Key, KeyLabel, type KeyProps } from "./Key.tsx";
import "./WhiteKey.css";

/** Props of the white key. */
export interface WhiteKeyProps extends KeyProps {
  /** Shows that the key leads to a further page. */
  readonly isLeadingOn?: boolean | undefined;
}

/** The second most likely act on a counter: filled white, never ochre. */
export function WhiteKey({ isLeadingOn, ...key }: WhiteKeyProps) {
  return (
    <Key {...key} look="white-key">
      <KeyLabel icon={key.icon} text={key.busyLabel ?? key.label} reason={key.unavailableReason} />
      {isLeadingOn === true && <CaretRightIcon weight="bold" className="key-icon" aria-hidden="true" />}
    </Key>
  );
}
