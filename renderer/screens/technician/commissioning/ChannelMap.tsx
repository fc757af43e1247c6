import { useTranslation } from "react-i18next";
import type { CommissionedBoard } from "#core/contract/technician.ts";
import { Key } from "#ui/widgets/Key.tsx";
import type { Channel } from "./wizardStep.ts";

/** Props of the map of channels. */
export interface ChannelMapProps {
  readonly boards: readonly CommissionedBoard[];
  /** The channel that comes next. */
  readonly next: Channel | undefined;
  readonly onChannel: (channel: Channel) => void;
}

/** Every channel as a little door: its compartment, a dash where it is not used, or nothing yet. Touching one names it. */
export function ChannelMap({ boards, next, onChannel }: ChannelMapProps) {
  const { t } = useTranslation();
  return (
    <div className="step-map">
      {boards.map(({ board, doors }) => (
        <div key={board} className="step-map-board">
          <h3>{t("wires.board", { board })}</h3>
          <ul>
            {doors.map(({ channel, named }) => {
              const isNext = next?.board === board && next.channel === channel;
              const what =
                named === undefined
                  ? t("commissioning.naming.toCome")
                  : named === "unused"
                    ? t("commissioning.naming.unused")
                    : t("commissioning.naming.isDoor", { door: named.compartmentNumber });
              return (
                <li key={channel}>
                  <Key
                    look={`step-channel step-channel--${named === undefined ? (isNext ? "next" : "open") : named === "unused" ? "unused" : "named"}`}
                    label={t("commissioning.naming.channelName", { board, channel, what })}
                    onPress={() => onChannel({ board, channel })}
                  >
                    <span className="step-channel-name">
                      {named === undefined ? "" : named === "unused" ? "–" : named.compartmentNumber}
                    </span>
                  </Key>
                  <span className="step-channel-wire tech-mono" aria-hidden="true">
                    {channel}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}
