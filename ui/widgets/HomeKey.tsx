import { Fragment, type ReactNode } from "react";
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
  const { label, onPress, unavailableReason, otherLanguages } = props;
  // What is seen is what is said: people who speak to the machine name the key by any of its words.
  const spokenName =
    unavailableReason === undefined ? [label, ...otherLanguages.map((other) => other.words)].join(". ") : label;
  return (
    <Key label={label} spokenName={spokenName} onPress={onPress} unavailableReason={unavailableReason} look="home-key">
      <span className="home-key-words">
        <span className="home-key-label">{props.label}</span>{" "}
        {props.unavailableReason === undefined ? (
          <span className="home-key-languages">
            {props.otherLanguages.map((other) => (
              <Fragment key={other.language}>
                <span lang={other.language}>{other.words}</span>{" "}
              </Fragment>
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
