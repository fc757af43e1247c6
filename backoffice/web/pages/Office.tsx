import { useCallback, useState } from "react";
import type { CatalogueView, RegisterView, SessionView } from "#core/contract/staffApi.ts";
import { api } from "../api.ts";
import { TopBar } from "../parts/TopBar.tsx";
import { useRegister } from "../useRegister.ts";
import { type Route, useRoute } from "../useRoute.ts";
import { DossiersPage } from "./DossiersPage.tsx";
import { EventsPage } from "./EventsPage.tsx";
import { KiosksPage } from "./KiosksPage.tsx";
import { TodayPage } from "./TodayPage.tsx";

/** What every page behind the login gets. */
export interface PageProps {
  readonly register: RegisterView;
  readonly catalogue: CatalogueView;
  readonly staff: SessionView;
  readonly go: (route: Route) => void;
}

/** The page behind the login: bar, and one of four pages. */
export function Office({
  staff,
  catalogue,
  onSignedOut,
}: {
  readonly staff: SessionView;
  readonly catalogue: CatalogueView;
  readonly onSignedOut: () => void;
}) {
  const [route, go] = useRoute();
  const [text, setText] = useState("");
  const { register, isLive, fault } = useRegister(text, onSignedOut);
  const search = useCallback(
    (words: string) => {
      setText(words);
      if (words !== "" && route.page !== "dossiers") go({ page: "dossiers" });
    },
    [go, route.page],
  );
  const signOut = () => api.signOut().then(onSignedOut, onSignedOut);
  return (
    <div className="office">
      <TopBar staff={staff} page={route.page} go={go} text={text} onSearch={search} onSignOut={signOut} />
      {!isLive && fault !== undefined && (
        <p className="stale" role="status">
          {fault} Những gì đang hiện có thể đã cũ.
        </p>
      )}
      {register && <Page route={route} register={register} catalogue={catalogue} staff={staff} go={go} />}
    </div>
  );
}

function Page({ route, ...props }: PageProps & { readonly route: Route }) {
  switch (route.page) {
    case "today":
      return <TodayPage {...props} selected={route.item} />;
    case "dossiers":
      return <DossiersPage {...props} kioskNumber={route.kioskNumber} dossierId={route.dossierId} />;
    case "kiosks":
      return <KiosksPage {...props} kioskNumber={route.kioskNumber} />;
    case "events":
      return <EventsPage {...props} />;
  }
}
