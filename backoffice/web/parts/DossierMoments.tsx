import type { DossierView } from "#core/contract/staffApi.ts";
import { dueDay, shortMoment } from "../words/times.ts";

/** The times of a dossier, kept apart: dropped, counted as received, taken over, due. */
export function DossierMoments({ dossier }: { readonly dossier: DossierView }) {
  const moment = (atMs: number | null) => (atMs === null ? "chưa" : shortMoment(atMs));
  if (dossier.droppedAtMs === null) return null;
  return (
    <dl className="moments">
      <div>
        <dt>Gửi vào ngăn</dt>
        <dd>{moment(dossier.droppedAtMs)}</dd>
      </div>
      <div>
        <dt>Tính là tiếp nhận</dt>
        <dd>{moment(dossier.countsAsReceivedAtMs)}</dd>
      </div>
      <div>
        <dt>Cán bộ lấy ra</dt>
        <dd>{moment(dossier.takenOverAtMs)}</dd>
      </div>
      <div>
        <dt>Hạn tạm tính</dt>
        <dd>{dossier.dueDate === null ? "chưa có" : dueDay(dossier.dueDate)}</dd>
      </div>
    </dl>
  );
}
