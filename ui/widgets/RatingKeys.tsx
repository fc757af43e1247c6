import { SmileyIcon } from "@phosphor-icons/react/dist/csr/Smiley";
import { SmileyMehIcon } from "@phosphor-icons/react/dist/csr/SmileyMeh";
import { SmileySadIcon } from "@phosphor-icons/react/dist/csr/SmileySad";
import { Key } from "./Key.tsx";
import "./RatingKeys.css";

/** How content a person was. */
export type Rating = "content" | "fair" | "discontent";

/** Props of the rating keys. */
export interface RatingKeysProps {
  readonly name: string;
  readonly words: Readonly<Record<Rating, string>>;
  readonly chosen?: Rating | undefined;
  readonly onRate: (rating: Rating) => void;
}

const faces = [
  { rating: "content", icon: SmileyIcon },
  { rating: "fair", icon: SmileyMehIcon },
  { rating: "discontent", icon: SmileySadIcon },
] as const;

/** Three equal keys, each a face with its word. */
export function RatingKeys({ name, words, chosen, onRate }: RatingKeysProps) {
  return (
    <fieldset className="rating-keys" aria-label={name}>
      {faces.map(({ rating, icon: Face }) => (
        <Key
          key={rating}
          look="rating-key"
          label={words[rating]}
          isChosen={rating === chosen}
          onPress={() => onRate(rating)}
        >
          <Face weight="bold" className="rating-face" aria-hidden="true" />
          <span>{words[rating]}</span>
        </Key>
      ))}
    </fieldset>
  );
}
