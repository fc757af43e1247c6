import { ArrowRightIcon } from "@phosphor-icons/react/dist/csr/ArrowRight";
import { DotsThreeIcon } from "@phosphor-icons/react/dist/csr/DotsThree";
import type { Icon } from "@phosphor-icons/react/dist/lib/types";
import { Key, KeyLabel, type KeyProps } from "./Key.tsx";
import "./MainKey.css";

/** Props of the main key; the icon stands in the divided end and is an arrow unless told otherwise. */
export interface MainKeyProps extends KeyProps {
  readonly icon?: Icon | undefined;
}

/** The one ochre key of a screen: what most people do next. Its end is divided off like a door with its handle. */
export function MainKey(props: MainKeyProps) {
  const isBusy = props.busyLabel !== undefined;
  const Picture = isBusy ? DotsThreeIcon : (props.icon ?? ArrowRightIcon);
  return (
    <Key {...props} look="main-key">
      <KeyLabel text={props.busyLabel ?? props.label} reason={props.unavailableReason} />
      <span className="main-key-end">
        <Picture weight="bold" className="main-key-icon" aria-hidden="true" />
      </span>
    </Key>
  );
}
