import { BackspaceIcon } from "@phosphor-icons/react/dist/csr/Backspace";
import { Key } from "./Key.tsx";
import "./NumberPad.css";

/** Props of the number pad. */
export interface NumberPadProps {
  /** Name of the group for those who listen. */
  readonly name: string;
  readonly onDigit: (digit: string) => void;
  readonly onDelete: () => void;
  readonly onClear: () => void;
  readonly words: { readonly clear: string; readonly delete: string };
}

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** Twelve large keys in the order of a telephone; it stands on the counter and covers nothing. */
export function NumberPad(props: NumberPadProps) {
  return (
    <fieldset className="number-pad" aria-label={props.name}>
      {digits.map((digit) => (
        <Key key={digit} look="digit-key" label={digit} onPress={() => props.onDigit(digit)} />
      ))}
      <Key look="key--outlined pad-key" label={props.words.clear} onPress={props.onClear} />
      <Key look="digit-key" label="0" onPress={() => props.onDigit("0")} />
      <Key look="key--outlined pad-key" label={props.words.delete} icon={BackspaceIcon} onPress={props.onDelete} />
    </fieldset>
  );
}
