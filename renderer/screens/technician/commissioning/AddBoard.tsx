import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type BoardFamily, boardFamilies } from "#core/interfaces/lockBoard.ts";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { Work } from "../Work.tsx";
import { shortWire } from "../wires/traceLines.ts";
import { baudRates, boardDefaults, channelCounts, neighbour } from "./boardDefaults.ts";
import { Choice, StepRow } from "./Fields.tsx";
import { StepTitle } from "./StepTitle.tsx";
import type { StepProps } from "./stepProps.ts";

/** What is set on the board. */
interface BoardSettings {
  readonly baudRate: number;
  readonly address: number;
  readonly channels: number;
}

/** A board that the search did not find: what is printed on it, filled in with what its family usually has. */
export function AddBoard({ view, send, onDone }: StepProps & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const ports = view.ports.map(({ path }) => path);
  const [port, setPort] = useState(ports[0]);
  const [family, setFamily] = useState<BoardFamily>("kerong-cu16");
  const [changed, setChanged] = useState<Partial<BoardSettings>>({});
  const { baudRate, address, channels } = boardDefaults[family];
  const settings: BoardSettings = { baudRate, address, channels, ...changed };
  const add = (to: string) => {
    send({ kind: "addBoard", port: to, family, ...settings });
    onDone();
  };
  return (
    <Work
      names={{ main: t("commissioning.add.family"), side: t("commissioning.add.title") }}
      main={
        <>
          <StepTitle title={t("commissioning.add.title")} lead={t("commissioning.add.lead")} />
          <Choice
            label={t("commissioning.add.family")}
            options={boardFamilies.map((one) => ({ value: one, label: boardDefaults[one].label }))}
            chosen={family}
            onChoose={(one) => {
              setFamily(one);
              setChanged({});
            }}
          />
          {ports.length > 1 && <PortChoice ports={ports} chosen={port} onChoose={setPort} />}
        </>
      }
      side={<SettingRows family={family} settings={settings} onChange={setChanged} />}
      keys={
        <>
          <PanelKey
            tone="main"
            label={t("commissioning.add.confirm")}
            unavailableReason={port === undefined ? t("commissioning.add.noPort") : undefined}
            onPress={() => port !== undefined && add(port)}
          />
          <PanelKey label={t("commissioning.add.cancel")} onPress={onDone} />
        </>
      }
    />
  );
}

function PortChoice(props: {
  readonly ports: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (port: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t("commissioning.add.port")}
      options={props.ports.map((path) => ({ value: path, label: shortWire(path) }))}
      chosen={props.chosen}
      onChoose={props.onChoose}
    />
  );
}

function SettingRows(props: {
  readonly family: BoardFamily;
  readonly settings: BoardSettings;
  readonly onChange: (settings: BoardSettings) => void;
}) {
  const { t } = useTranslation();
  const { settings, onChange } = props;
  const { leastAddress, mostAddress } = boardDefaults[props.family];
  const words = { less: t("commissioning.add.less"), more: t("commissioning.add.more") };
  const address = (step: number) => Math.min(mostAddress, Math.max(leastAddress, settings.address + step));
  return (
    <div className="tech-panel">
      <StepRow
        label={t("commissioning.add.address")}
        value={String(settings.address)}
        words={words}
        onStep={(step) => onChange({ ...settings, address: address(step) })}
      />
      <StepRow
        label={t("commissioning.add.baudRate")}
        value={String(settings.baudRate)}
        words={words}
        onStep={(step) => onChange({ ...settings, baudRate: neighbour<number>(baudRates, settings.baudRate, step) })}
      />
      <StepRow
        label={t("commissioning.add.channels")}
        value={String(settings.channels)}
        words={words}
        onStep={(step) =>
          onChange({ ...settings, channels: neighbour<number>(channelCounts, settings.channels, step) })
        }
      />
    </div>
  );
}
