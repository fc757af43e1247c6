import type { ReactNode } from "react";
import { Key, type KeyProps } from "./Key.tsx";
import "./HomeKey.css";

/** Props of a home key. */
export interface HomeKeyProps extends Pick<KeyProps, "label" | "onPress" | "unavailableReason"> {
  /** The same words in the other languages, each with its language tag. */
  readonly otherLanguages: readonly { readonly language: string; readonly words: string }[];
  /** The drawing at the right (see `TaskPicture`). */
  readonly picture: ReactNode;
}

/** One of the two equal tasks of the home page: large words, the same in other languages, and what will happen. */
export function HomeKey(props: HomeKeyProps) {
  return (
    <Key label={props.label} onPress={props.onPress} unavailableReason={props.unavailableReason} look="home-key">
      <span className="home-key-words">
        <span className="home-key-label">{props.label}</span>
        {props.unavailableReason === undefined ? (
          <span className="home-key-languages">
            {props.otherLanguages.map((other) => (
              <span key={other.language} lang={other.language}>
                {other.words}
              </span>
            ))}
          </span>
        ) : (
          <span className="home-key-languages">{props.unavailableReason}</span>
        )}
      </span>
      <span className="home-key-picture" aria-hidden="true">
        {props.picture}
      </span>
    </Key>
  );
}
