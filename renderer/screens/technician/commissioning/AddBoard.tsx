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

/** A board that the search did not find: what is printed on it, filled in with what its family usually has. */
export function AddBoard({ view, send, onDone }: StepProps & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const ports = view.ports.map(({ path }) => path);
  const [port, setPort] = useState(ports[0]);
  const [family, setFamily] = useState<BoardFamily>("kerong-cu16");
  const usual = boardDefaults[family];
  const [changed, setChanged] = useState<{
    readonly baudRate?: number;
    readonly address?: number;
    readonly channels?: number;
  }>({});
  const board = { baudRate: usual.baudRate, address: usual.address, channels: usual.channels, ...changed };
  const words = { less: t("commissioning.add.less"), more: t("commissioning.add.more") };
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
          {ports.length > 1 && (
            <Choice
              label={t("commissioning.add.port")}
              options={ports.map((path) => ({ value: path, label: shortWire(path) }))}
              chosen={port}
              onChoose={setPort}
            />
          )}
        </>
      }
      side={
        <div className="tech-panel">
          <StepRow
            label={t("commissioning.add.address")}
            value={String(board.address)}
            words={words}
            onStep={(step) =>
              setChanged({
                ...changed,
                address: Math.min(usual.mostAddress, Math.max(usual.leastAddress, board.address + step)),
              })
            }
          />
          <StepRow
            label={t("commissioning.add.baudRate")}
            value={String(board.baudRate)}
            words={words}
            onStep={(step) => setChanged({ ...changed, baudRate: neighbour<number>(baudRates, board.baudRate, step) })}
          />
          <StepRow
            label={t("commissioning.add.channels")}
            value={String(board.channels)}
            words={words}
            onStep={(step) =>
              setChanged({ ...changed, channels: neighbour<number>(channelCounts, board.channels, step) })
            }
          />
        </div>
      }
      keys={
        <>
          <PanelKey
            tone="main"
            label={t("commissioning.add.confirm")}
            unavailableReason={port === undefined ? t("commissioning.add.noPort") : undefined}
            onPress={() => {
              if (port === undefined) return;
              send({ kind: "addBoard", port, family, ...board });
              onDone();
            }}
          />
          <PanelKey label={t("commissioning.add.cancel")} onPress={onDone} />
        </>
      }
    />
  );
}
