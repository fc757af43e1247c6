import { CaretRightIcon } from "@phosphor-icons/react/dist/csr/CaretRight";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { Key, type KeyProps } from "./Key.tsx";
import "./ListRow.css";

/** Props of a row in a list frame. */
export interface ListRowProps extends Omit<KeyProps, "icon"> {
  /** A second line under the name. */
  readonly under?: string | undefined;
  /** Words at the right: number of papers, period. */
  readonly detail?: string | undefined;
}

/** A choice as a door with its finger notch: one touch goes on, or marks it where several can be chosen. */
export function ListRow({ under, detail, ...row }: ListRowProps) {
  const Picture = row.isChosen === true ? CheckIcon : CaretRightIcon;
  const spokenName = [row.spokenName ?? row.label, under, detail].filter((part) => part !== undefined).join(". ");
  return (
    <Key {...row} spokenName={spokenName} look="list-row">
      <span className="list-row-notch" aria-hidden="true" />
      <span className="list-row-words">
        <span className="list-row-name">{row.busyLabel ?? row.label}</span>{" "}
        {under !== undefined && <span className="list-row-under">{under}</span>}
        {row.unavailableReason !== undefined && <span className="list-row-under">{row.unavailableReason}</span>}
      </span>{" "}
      {detail !== undefined && <span className="list-row-detail">{detail}</span>}
      {row.isChosen === false && <span className="list-row-box" aria-hidden="true" />}
      {row.isChosen !== false && row.unavailableReason === undefined && (
        <Picture weight="bold" className="list-row-icon" aria-hidden="true" />
      )}
    </Key>
  );
}
