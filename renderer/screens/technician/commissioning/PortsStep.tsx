import { ArrowLeftIcon } from "@phosphor-icons/react/dist/csr/ArrowLeft";
import { CheckSquareIcon } from "@phosphor-icons/react/dist/csr/CheckSquare";
import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlass";
import { SquareIcon } from "@phosphor-icons/react/dist/csr/Square";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Key } from "#ui/widgets/Key.tsx";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { Panel } from "../Panel.tsx";
import { Work } from "../Work.tsx";
import { GiveUpKey } from "./GiveUpKey.tsx";
import { StepTitle } from "./StepTitle.tsx";
import type { StepProps } from "./stepProps.ts";

/** Most ports that one search takes. */
const MOST_PORTS = 8;

/** Which serial ports to search. All are chosen until one is taken out; a port that is plugged in appears by itself. */
export function PortsStep({ view, send, onPorts }: StepProps) {
  const { t } = useTranslation();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = view.ports.filter(({ path }) => !left.has(path));
  const toggle = (path: string) =>
    setLeft(new Set(left.has(path) ? [...left].filter((one) => one !== path) : [...left, path]));
  const obstacle =
    chosen.length === 0
      ? t("commissioning.ports.choose")
      : chosen.length > MOST_PORTS
        ? t("commissioning.ports.tooMany", { most: MOST_PORTS })
        : undefined;
  return (
    <Work
      names={{ main: t("commissioning.ports.title"), side: t("commissioning.ports.list") }}
      main={<StepTitle title={t("commissioning.ports.title")} lead={t("commissioning.ports.lead")} />}
      side={<Ports view={view} left={left} onToggle={toggle} />}
      keys={
        <>
          <PanelKey
            tone="main"
            icon={MagnifyingGlassIcon}
            label={t("commissioning.ports.search")}
            unavailableReason={obstacle}
            onPress={() => {
              onPorts(false);
              send({ kind: "search", ports: chosen.map(({ path }) => path) });
            }}
          />
          {view.phase === "boards" && (
            <PanelKey icon={ArrowLeftIcon} label={t("common.back")} onPress={() => onPorts(false)} />
          )}
          <GiveUpKey send={send} />
        </>
      }
    />
  );
}

function Ports(props: {
  readonly view: StepProps["view"];
  readonly left: ReadonlySet<string>;
  readonly onToggle: (path: string) => void;
}) {
  const { t } = useTranslation();
  const { ports } = props.view;
  if (ports.length === 0) {
    return (
      <Panel title={t("commissioning.ports.none")}>
        <p>{t("commissioning.ports.noneDo")}</p>
      </Panel>
    );
  }
  return (
    <ul className="step-ports">
      {ports.map(({ path, label: name, isStable }) => {
        const label = isStable ? name : t("commissioning.ports.mayChange", { name });
        const isChosen = !props.left.has(path);
        const Box = isChosen ? CheckSquareIcon : SquareIcon;
        return (
          <li key={path}>
            <Key look="tech-row" label={`${label} ${path}`} isChosen={isChosen} onPress={() => props.onToggle(path)}>
              <Box weight="bold" className="key-icon" aria-hidden="true" />
              <span className="tech-row-words">
                <span className="tech-row-name">{label}</span> <span className="step-path tech-mono">{path}</span>
              </span>
            </Key>
          </li>
        );
      })}
    </ul>
  );
}
