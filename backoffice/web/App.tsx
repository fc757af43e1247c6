import { useCallback, useEffect, useState } from "react";
import type { CatalogueView, SessionView } from "#core/contract/staffApi.ts";
import { api, RequestFault } from "./api.ts";
import { LoginPage } from "./pages/LoginPage.tsx";
import { Office } from "./pages/Office.tsx";

type Session = { readonly kind: "asking" } | { readonly kind: "none" } | SignedIn;
interface SignedIn {
  readonly kind: "signedIn";
  readonly staff: SessionView;
  readonly catalogue: CatalogueView;
}

/** The staff page: the login, and behind it the register. */
export function App() {
  const [session, setSession] = useState<Session>({ kind: "asking" });
  const onSignedOut = useCallback(() => setSession({ kind: "none" }), []);
  const onSignedIn = useCallback(async (staff: SessionView) => {
    const catalogue = await api.catalogue().catch(() => ({ procedures: [] }));
    setSession({ kind: "signedIn", staff, catalogue });
  }, []);
  useEffect(() => {
    api.session().then(onSignedIn, (error: unknown) => {
      if (error instanceof RequestFault) onSignedOut();
      else throw error;
    });
  }, [onSignedIn, onSignedOut]);
  if (session.kind === "asking") return null;
  if (session.kind === "none") return <LoginPage onSignedIn={onSignedIn} />;
  return <Office staff={session.staff} catalogue={session.catalogue} onSignedOut={onSignedOut} />;
}
