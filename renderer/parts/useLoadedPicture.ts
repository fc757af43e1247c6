import { useEffect, useState } from "react";

/** Wait before a picture that is not there yet is asked for again, milliseconds. */
const RETRY_MS = 700;

/** The address of a picture once it can be shown; undefined before. The paper is drawn while the page waits. */
export function useLoadedPicture(url: string | undefined): string | undefined {
  const [loaded, setLoaded] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (url === undefined) return;
    const picture = new Image();
    let timer: ReturnType<typeof setTimeout> | undefined;
    picture.onload = () => setLoaded(url);
    picture.onerror = () => {
      timer = setTimeout(() => {
        picture.src = url;
      }, RETRY_MS);
    };
    picture.src = url;
    return () => {
      clearTimeout(timer);
      picture.onload = null;
      picture.onerror = null;
    };
  }, [url]);
  return loaded === url ? loaded : undefined;
}
