import { EyeSlashIcon } from "@phosphor-icons/react/dist/csr/EyeSlash";
import { LightningIcon } from "@phosphor-icons/react/dist/csr/Lightning";
import { LockIcon } from "@phosphor-icons/react/dist/csr/Lock";
import { PlugsIcon } from "@phosphor-icons/react/dist/csr/Plugs";
import { ReceiptXIcon } from "@phosphor-icons/react/dist/csr/ReceiptX";
import { WifiSlashIcon } from "@phosphor-icons/react/dist/csr/WifiSlash";
import type { DeskCommand } from "#core/contract/desk.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import "./Faults.css";
import type { Fault } from "./faults.ts";
import { deskWords } from "./words.ts";

const icons = {
  jam: LockIcon,
  paperOut: ReceiptXIcon,
  wireUnplugged: PlugsIcon,
  networkCut: WifiSlashIcon,
  powerCut: LightningIcon,
  sensorLies: EyeSlashIcon,
} as const;

/** Six things to break, each with its key. A fault of a door names the door that is chosen. */
export function Faults(props: {
  readonly faults: readonly Fault[];
  readonly selectedDoor: CompartmentNumber | undefined;
  readonly send: (command: DeskCommand) => void;
}) {
  return (
    <section className="desk-panel desk-panel--faults" aria-labelledby="desk-faults">
      <h2 id="desk-faults">
        {deskWords.faults} <small lang="en">{deskWords.faultsEn}</small>
      </h2>
      <div className="desk-faults">
        {props.faults.map((fault) => (
          <FaultKey key={fault.name} fault={fault} {...props} />
        ))}
      </div>
    </section>
  );
}

function FaultKey(props: {
  readonly fault: Fault;
  readonly selectedDoor: CompartmentNumber | undefined;
  readonly send: (command: DeskCommand) => void;
}) {
  const { fault, send } = props;
  const Picture = icons[fault.name];
  const isOfDoor = fault.name === "jam" || fault.name === "sensorLies";
  const { command } = fault;
  return (
    <button
      type="button"
      className="desk-fault"
      aria-pressed={fault.name === "powerCut" ? undefined : fault.isOn}
      disabled={command === undefined}
      title={fault.labelEn}
      onClick={() => command !== undefined && send(command)}
    >
      <Picture weight="bold" aria-hidden="true" />
      <span className="desk-fault-words">
        {fault.label}
        {isOfDoor && <span className="desk-fault-door">{doorHint(props.selectedDoor)}</span>}
      </span>
      <span className="desk-shortcut">{fault.key}</span>
      {fault.name !== "powerCut" && <span className="desk-fault-box" aria-hidden="true" />}
    </button>
  );
}

function doorHint(selected: CompartmentNumber | undefined): string {
  return selected === undefined ? " chọn cửa" : ` ngăn ${selected}`;
}
