import { MinusIcon } from "@phosphor-icons/react/dist/csr/Minus";
import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { Key } from "#ui/widgets/Key.tsx";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";

/** Props of a choice. */
export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly under?: string | undefined }[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, options, chosen, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="step-choice">
      <legend>{label}</legend>
      <div className="step-choice-keys">
        {options.map((option) => (
          <PanelKey
            key={option.value}
            label={option.label}
            under={option.under}
            isChosen={option.value === chosen}
            onPress={() => onChoose(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Props of a row with a value between two keys. */
export interface StepRowProps {
  readonly label: string;
  readonly value: string;
  readonly words: { readonly less: string; readonly more: string };
  /** Tells how far: 1 or −1, and `leap` with its own keys. */
  readonly onStep: (step: number) => void;
  /** Adds a key at either end for so many steps at once. */
  readonly leap?: number | undefined;
}

/** A value that is stepped down and up. */
export function StepRow({ label, value, words, onStep, leap }: StepRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not stretch its contents
    <div className="step-row" role="group" aria-label={label}>
      <span className="step-row-label">{label}</span>
      {leap !== undefined && (
        <Key look="step-row-key" label={`−${leap}`} spokenName={`−${leap}: ${label}`} onPress={() => onStep(-leap)} />
      )}
      <Key look="step-row-key" label={words.less} spokenName={`${words.less}: ${label}`} onPress={() => onStep(-1)}>
        <MinusIcon weight="bold" className="key-icon" aria-hidden="true" />
      </Key>
      <output className="step-row-value">{value}</output>
      <Key look="step-row-key" label={words.more} spokenName={`${words.more}: ${label}`} onPress={() => onStep(1)}>
        <PlusIcon weight="bold" className="key-icon" aria-hidden="true" />
      </Key>
      {leap !== undefined && (
        <Key look="step-row-key" label={`+${leap}`} spokenName={`+${leap}: ${label}`} onPress={() => onStep(leap)} />
      )}
    </div>
  );
}
