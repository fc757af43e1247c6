import { CircleHalfIcon } from "@phosphor-icons/react/dist/csr/CircleHalf";
import { PhoneIcon } from "@phosphor-icons/react/dist/csr/Phone";
import { SpeakerHighIcon } from "@phosphor-icons/react/dist/csr/SpeakerHigh";
import { SpeakerSlashIcon } from "@phosphor-icons/react/dist/csr/SpeakerSlash";
import type { Icon } from "@phosphor-icons/react/dist/lib/types";
import { Key } from "./Key.tsx";
import "./Bar.css";

/** Words of the bar in the current language. */
export interface BarWords {
  readonly name: string;
  readonly smaller: string;
  readonly normal: string;
  readonly larger: string;
  readonly contrast: string;
  readonly sound: string;
  readonly help: string;
}

/** Props of the bar. */
export interface BarProps {
  readonly words: BarWords;
  /** Every language by its own name, e.g. `{ tag: "vi", name: "Tiếng Việt" }`. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  readonly language: string;
  readonly onLanguage: (tag: string) => void;
  /** The text size in use, 1 to 4; 2 is the normal one. */
  readonly textSize: number;
  readonly onTextSize: (step: "smaller" | "normal" | "larger") => void;
  readonly isHighContrast: boolean;
  readonly onContrast: () => void;
  readonly isSpeaking: boolean;
  /** Absent where the machine has no voice for the language: no key then. */
  readonly onSound?: (() => void) | undefined;
  readonly hotline: string;
  readonly onHelp: () => void;
}

/** Letters of a hotline that need no extra room, e.g. "1022" or "19001234". */
const SHORT_HOTLINE = 8;

/** The same row of settings and help at the bottom of every screen. */
export function Bar(props: BarProps) {
  return (
    <nav
      className="bar"
      aria-label={props.words.name}
      data-long={props.hotline.length > SHORT_HOTLINE ? "" : undefined}
    >
      <div className="bar-group bar-group--languages">
        {props.languages.map((one) => (
          <span key={one.tag} lang={one.tag} className="bar-cell">
            <Key
              look="bar-key"
              label={one.name}
              isChosen={one.tag === props.language}
              onPress={() => props.onLanguage(one.tag)}
            />
          </span>
        ))}
      </div>
      <TextSizeKeys {...props} />
      <div className="bar-group">
        <SignKey
          icon={CircleHalfIcon}
          name={props.words.contrast}
          isOn={props.isHighContrast}
          onPress={props.onContrast}
        />
        {props.onSound !== undefined && (
          <SignKey
            icon={props.isSpeaking ? SpeakerHighIcon : SpeakerSlashIcon}
            name={props.words.sound}
            isOn={props.isSpeaking}
            onPress={props.onSound}
          />
        )}
      </div>
      <Key look="bar-key bar-key--help" label={`${props.words.help}: ${props.hotline}`} onPress={props.onHelp}>
        <PhoneIcon weight="bold" className="key-icon" aria-hidden="true" />
        <span>
          <span className="bar-help-word">{props.words.help}</span>{" "}
          <span className="bar-help-number">{props.hotline}</span>
        </span>
      </Key>
    </nav>
  );
}

function TextSizeKeys({ words, textSize, onTextSize }: BarProps) {
  const least = textSize <= 1;
  return (
    <div className="bar-group">
      <Key
        look="bar-key"
        label="A−"
        spokenName={`A−: ${words.smaller}`}
        isChosen={least}
        onPress={() => onTextSize("smaller")}
      />
      <Key
        look="bar-key"
        label="A"
        spokenName={`A: ${words.normal}`}
        isChosen={textSize === 2}
        onPress={() => onTextSize("normal")}
      />
      <Key
        look="bar-key"
        label="A+"
        spokenName={`A+: ${words.larger}`}
        isChosen={textSize > 2}
        onPress={() => onTextSize("larger")}
      />
    </div>
  );
}

function SignKey(props: {
  readonly icon: Icon;
  readonly name: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}) {
  const Picture = props.icon;
  return (
    <Key look="bar-key" label={props.name} isChosen={props.isOn} onPress={props.onPress}>
      <Picture weight="bold" className="key-icon" aria-hidden="true" />
    </Key>
  );
}
