import { CheckCircleIcon } from "@phosphor-icons/react/dist/csr/CheckCircle";
import { RouteLink } from "../parts/RouteLink.tsx";
import { age, fullDate, shortMoment, weekday } from "../words/times.ts";
import { type WorkItem, workGroups } from "../words/workItems.ts";
import { AlarmDetail } from "./AlarmDetail.tsx";
import { CaseDetail } from "./CaseDetail.tsx";
import { DossierDetail } from "./DossierDetail.tsx";
import type { PageProps } from "./Office.tsx";
import { Welcome } from "./Welcome.tsx";

/** What waits for a person, and at the right the one that was chosen. */
export function TodayPage(props: PageProps & { readonly selected: string | undefined }) {
  const { register, selected, go } = props;
  const groups = workGroups(register);
  const items = groups.flatMap((group) => group.items);
  const here = items.find((item) => item.key === selected);
  const online = register.kiosks.filter((kiosk) => kiosk.isOnline).length;
  const closed = register.cases.filter(({ closedAtMs }) => closedAtMs !== null && isToday(closedAtMs, register.timeMs));
  return (
    <div className="split">
      <section className="side" aria-label="Việc cần xử lý">
        <h1>{items.length === 0 ? "Không có việc nào chờ" : `${items.length} việc cần người xử lý`}</h1>
        <p className="side-lead">
          {`${shortMoment(register.timeMs)}. ${online} trên ${register.kiosks.length} kiosk trực tuyến.`}
        </p>
        <div className="side-lists">
          {groups.map((group) => (
            <section key={group.title}>
              <h2 className="side-group">{group.title}</h2>
              <ul className="work">
                {group.items.map((item) => (
                  <Work key={item.key} item={item} isHere={item === here} nowMs={register.timeMs} go={go} />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <p className="side-foot">
          <CheckCircleIcon weight="bold" size={20} aria-hidden="true" />
          {`${closed.length} việc đã xong hôm nay`}
        </p>
      </section>
      <main className="detail">{here ? <Detail {...props} item={here} /> : <Welcome {...props} />}</main>
    </div>
  );
}

interface WorkProps {
  readonly item: WorkItem;
  readonly isHere: boolean;
  readonly nowMs: number;
  readonly go: PageProps["go"];
}

function Work({ item, isHere, nowMs, go }: WorkProps) {
  return (
    <li>
      <RouteLink
        to={{ page: "today", item: item.key }}
        go={go}
        className={isHere ? "work-item work-item--here" : "work-item"}
        isHere={isHere}
      >
        <span>{item.label}</span>
        <span className="work-what">
          <strong>{item.title}</strong>
          <span>{item.note}</span>
        </span>
        <span className={item.isUrgent ? "work-age brick" : "work-age"}>{age(item.sinceMs, nowMs)}</span>
      </RouteLink>
    </li>
  );
}

function Detail({ item, ...props }: PageProps & { readonly item: WorkItem }) {
  const { about } = item;
  if (about.kind === "alarm") return <AlarmDetail alarm={about.alarm} />;
  if (about.kind === "case") return <CaseDetail {...props} one={about.one} />;
  const ref = about.kind === "dossier" ? about.dossier : about.order;
  return <DossierDetail {...props} key={ref.dossierId} kioskNumber={ref.kioskNumber} dossierId={ref.dossierId} />;
}

function isToday(atMs: number, nowMs: number): boolean {
  return fullDate(atMs) === fullDate(nowMs) && weekday(atMs) === weekday(nowMs);
}
