import { useTranslation } from "react-i18next";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { DepositTimes } from "#core/events/eventParts.ts";
import { CalendarLeaf } from "#ui/widgets/CalendarLeaf.tsx";
import { ClockFace } from "#ui/widgets/ClockFace.tsx";
import { TimeLine, TimeStop } from "#ui/widgets/TimeLine.tsx";
import { dateOnlyMs, datesIn, useDates } from "../language/useDates.ts";
import { useRuleWords } from "../words/useRuleWords.ts";

/** Dropped, counted as received, due: two clocks and a calendar leaf with the rules between them. */
export function DepositTimeLine(props: {
  readonly times: DepositTimes;
  readonly timeZone: string;
  readonly compartmentNumber?: CompartmentNumber | undefined;
}) {
  const { t } = useTranslation();
  const { times, compartmentNumber: door } = props;
  const dates = useDates(props.timeZone);
  const rules = useRuleWords();
  const { droppedAtMs, countsAsReceivedAtMs } = times;
  const value = (atMs: number) => t("receipt.value", { time: dates.time(atMs), day: dates.weekday(atMs) });
  return (
    <TimeLine>
      {droppedAtMs === undefined ? (
        <TimeStop
          picture={undefined}
          label={t("receipt.dropped")}
          value={t("receipt.noTime")}
          under={t("receipt.noTimeUnder")}
        />
      ) : (
        <TimeStop
          picture={<ClockFace time={dates.time(droppedAtMs)} tone="dark" />}
          label={t("receipt.dropped")}
          value={value(droppedAtMs)}
          under={
            door === undefined
              ? dates.date(droppedAtMs)
              : t("receipt.droppedUnder", { date: dates.date(droppedAtMs), door })
          }
          ruleToNext={rules.received(times)}
        />
      )}
      {countsAsReceivedAtMs !== undefined && (
        <TimeStop
          picture={<ClockFace time={dates.time(countsAsReceivedAtMs)} tone="light" />}
          label={t("receipt.received")}
          value={value(countsAsReceivedAtMs)}
          under={dates.date(countsAsReceivedAtMs)}
          ruleToNext={times.dueDate === undefined ? undefined : rules.due(times)}
        />
      )}
      {times.dueDate !== undefined && <DueStop dueDate={times.dueDate} />}
    </TimeLine>
  );
}

function DueStop({ dueDate }: { readonly dueDate: string }) {
  const { t, i18n } = useTranslation();
  const dueMs = dateOnlyMs(dueDate);
  const dates = datesIn(i18n.language, "UTC");
  const leaf = dates.leaf(dueMs);
  return (
    <TimeStop
      picture={<CalendarLeaf day={Number(leaf.day)} month={leaf.month} />}
      label={t("receipt.due")}
      value={dates.weekday(dueMs)}
      under={dates.date(dueMs)}
    />
  );
}
