import type { AlarmView } from "#core/contract/staffApi.ts";
import { api } from "../api.ts";
import { Fault } from "../parts/Fault.tsx";
import { useAction } from "../useAction.ts";
import { alarmText, kioskName } from "../words/names.ts";
import { shortMoment } from "../words/times.ts";

/** An alarm of the intake: what it means, what to do, and that somebody took note. */
export function AlarmDetail({ alarm }: { readonly alarm: AlarmView }) {
  const action = useAction();
  const { title, todo } = alarmText(alarm);
  return (
    <>
      <p className="overline">{`Báo động, ${kioskName(alarm.kioskNumber)}, từ ${shortMoment(alarm.firstAtMs)}`}</p>
      <h1>{title}</h1>
      <p className="lead">{todo}</p>
      <dl className="facts">
        <div>
          <dt>Lần cuối</dt>
          <dd>{shortMoment(alarm.lastAtMs)}</dd>
        </div>
        <div>
          <dt>Số lần</dt>
          <dd>{alarm.count}</dd>
        </div>
      </dl>
      <p className="mono">{`${alarm.message} Log ${alarm.logId.slice(0, 8)}.`}</p>
      <footer className="actions">
        <button
          type="button"
          className="button button--main"
          disabled={action.isBusy}
          onClick={() => action.run(() => api.acknowledgeAlarm(alarm.alarmId))}
        >
          Đã xem và đã báo kỹ thuật
        </button>
        <Fault text={action.fault} />
      </footer>
    </>
  );
}
