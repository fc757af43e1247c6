import { Key, type KeyProps } from "./Key.tsx";

/** Props of a quiet key. */
export interface SecondaryKeyProps extends KeyProps {
  /** Where the key stands; the counter unless told otherwise. */
  readonly on?: "counter" | "page" | undefined;
}

/** A quiet key, outlined: back, cancel, another way. */
export function SecondaryKey({ on, ...key }: SecondaryKeyProps) {
  return <Key {...key} look={on === "page" ? "key--outlined-light" : "key--outlined"} />;
}
