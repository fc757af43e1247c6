import { BackspaceIcon } from "@phosphor-icons/react/dist/csr/Backspace";
import { Key } from "./Key.tsx";
import { type Mark, marks, withLetter, withMark } from "./markedVowel.ts";
import "./LetterKeyboard.css";

/** Props of the keyboard for names. */
export interface LetterKeyboardProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `marks` are the spoken names of the eight marks, in the order of `marks` of `markedVowel.ts`. */
  readonly words: { readonly space: string; readonly delete: string; readonly marks: Readonly<Record<Mark, string>> };
  /** Longest text; 60 unless told otherwise. */
  readonly longest?: number | undefined;
}

const rows = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNMĐ"] as const;
/** How each mark looks on its key. */
const shown: Readonly<Record<Mark, string>> = {
  sắc: "á",
  huyền: "à",
  hỏi: "ả",
  ngã: "ã",
  nặng: "ạ",
  mũ: "â",
  trăng: "ă",
  móc: "ơ",
};

/** Capitals, Đ, and a row of marks for the last vowel. Words start with a capital, as names do. */
export function LetterKeyboard({ name, value, onChange, words, longest = 60 }: LetterKeyboardProps) {
  const append = (sign: string) => {
    const isDoubleSpace = sign === " " && (value === "" || value.endsWith(" "));
    if (value.length < longest && !isDoubleSpace) onChange(withLetter(value, cased(value, sign)));
  };
  return (
    <fieldset className="letter-keyboard" aria-label={name}>
      <div className="letter-row">
        {marks.map((mark) => (
          <Key
            key={mark}
            look="letter-key letter-key--mark"
            label={shown[mark]}
            spokenName={words.marks[mark]}
            onPress={() => onChange(withMark(value, mark))}
          />
        ))}
      </div>
      {rows.map((row) => (
        <div key={row} className="letter-row">
          {[...row].map((letter) => (
            <Key key={letter} look="letter-key" label={letter} onPress={() => append(letter)} />
          ))}
        </div>
      ))}
      <div className="letter-row">
        <Key look="letter-key letter-key--space" label={words.space} onPress={() => append(" ")} />
        <Key
          look="key--outlined letter-key--delete"
          icon={BackspaceIcon}
          label={words.delete}
          onPress={() => onChange([...value].slice(0, -1).join(""))}
        />
      </div>
    </fieldset>
  );
}

function cased(before: string, sign: string): string {
  return before === "" || before.endsWith(" ") ? sign : sign.toLowerCase();
}
