import { useCallback, useEffect, useState } from "react";

/** Where the page stands; each place has an address, so that it can be opened again and sent to a colleague. */
export type Route =
  | { readonly page: "today"; readonly item?: string | undefined }
  | { readonly page: "dossiers"; readonly kioskNumber?: number; readonly dossierId?: string }
  | { readonly page: "kiosks"; readonly kioskNumber?: number }
  | { readonly page: "events" };

/** The address of a route. */
export function addressOf(route: Route): string {
  switch (route.page) {
    case "today":
      return route.item === undefined ? "/" : `/?viec=${encodeURIComponent(route.item)}`;
    case "dossiers":
      return route.dossierId === undefined ? "/ho-so" : `/ho-so/${route.kioskNumber}/${route.dossierId}`;
    case "kiosks":
      return route.kioskNumber === undefined ? "/kiosk" : `/kiosk/${route.kioskNumber}`;
    case "events":
      return "/nhat-ky";
  }
}

/** The route of an address; an address that is not known is today's page. */
export function routeOf(path: string, search: string): Route {
  const [first, second, third] = path.split("/").filter(Boolean);
  if (first === "ho-so") {
    if (second === undefined || third === undefined) return { page: "dossiers" };
    return { page: "dossiers", kioskNumber: Number(second), dossierId: third };
  }
  if (first === "kiosk")
    return second === undefined ? { page: "kiosks" } : { page: "kiosks", kioskNumber: Number(second) };
  if (first === "nhat-ky") return { page: "events" };
  return { page: "today", item: new URLSearchParams(search).get("viec") ?? undefined };
}

/** The present route, and going to another. */
export function useRoute(): readonly [Route, (route: Route) => void] {
  const read = () => routeOf(location.pathname, location.search);
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.pathname, location.search));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = useCallback((to: Route) => {
    history.pushState(null, "", addressOf(to));
    setRoute(to);
  }, []);
  return [route, go];
}
