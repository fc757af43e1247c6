import { BarcodeIcon } from "@phosphor-icons/react/dist/csr/Barcode";
import { BatteryChargingIcon } from "@phosphor-icons/react/dist/csr/BatteryCharging";
import { CameraIcon } from "@phosphor-icons/react/dist/csr/Camera";
import { DatabaseIcon } from "@phosphor-icons/react/dist/csr/Database";
import { LockKeyIcon } from "@phosphor-icons/react/dist/csr/LockKey";
import { PrinterIcon } from "@phosphor-icons/react/dist/csr/Printer";
import { SirenIcon } from "@phosphor-icons/react/dist/csr/Siren";
import { WifiHighIcon } from "@phosphor-icons/react/dist/csr/WifiHigh";
import { useTranslation } from "react-i18next";
import type { TechnicianView } from "#core/contract/technician.ts";
import type { DeviceKind, DeviceState } from "#core/interfaces/deviceReport.ts";
import { Key } from "#ui/widgets/Key.tsx";
import { Plate } from "../Panel.tsx";
import { isInTrouble } from "../troubles.ts";
import { useDeviceWords } from "./useDeviceWords.ts";

const icons = {
  lockBoard: LockKeyIcon,
  printer: PrinterIcon,
  scanner: BarcodeIcon,
  camera: CameraIcon,
  ups: BatteryChargingIcon,
  safetyInputs: SirenIcon,
  network: WifiHighIcon,
  database: DatabaseIcon,
} as const satisfies Record<DeviceKind, unknown>;

/** Props of the list. */
export interface DeviceListProps {
  readonly view: TechnicianView;
  readonly chosen: string | undefined;
  readonly onDevice: (deviceId: string) => void;
}

/** All devices, each a key with its state in words. */
export function DeviceList({ view, chosen, onDevice }: DeviceListProps) {
  const { t } = useTranslation();
  const nameOf = useDeviceWords();
  if (view.devices.length === 0) return <p className="tech-panel">{t("devices.none")}</p>;
  return (
    <ul className="tech-devices">
      {view.devices.map((device) => {
        const Picture = icons[device.kind];
        return (
          <li key={device.deviceId}>
            <Key
              look="tech-row"
              label={`${nameOf(device)} ${t(`devices.state.${device.state}`)}`}
              isChosen={device.deviceId === chosen}
              onPress={() => onDevice(device.deviceId)}
            >
              <Picture weight="bold" className="key-icon" aria-hidden="true" />
              <span className="tech-row-words tech-row-name">{nameOf(device)}</span>{" "}
              <Plate tone={isInTrouble(device) ? "bad" : toneOf(device.state)}>
                {t(`devices.state.${device.state}`)}
              </Plate>
            </Key>
          </li>
        );
      })}
    </ul>
  );
}

function toneOf(state: DeviceState): "good" | "quiet" {
  return state === "online" || state === "deviceBusy" ? "good" : "quiet";
}
