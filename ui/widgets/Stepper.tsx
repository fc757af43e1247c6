import { MinusIcon } from "@phosphor-icons/react/dist/csr/Minus";
import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { Button } from "react-aria-components";
import "./Stepper.css";

/** Props of a counter of pieces. */
export interface StepperProps {
  /** What is counted, for those who listen. */
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Least value; 0 unless told otherwise. */
  readonly least?: number | undefined;
  /** Largest value; 99 unless told otherwise. */
  readonly largest?: number | undefined;
  readonly words: { readonly less: string; readonly more: string };
  /** The taller one, for the number of sets. */
  readonly isLarge?: boolean | undefined;
}

/** − n +; each half is 72 px wide. A count of zero is drawn quietly. */
export function Stepper(props: StepperProps) {
  const { name, value, least = 0, largest = 99, words, onChange } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not stretch its contents
    <div
      role="group"
      className={props.isLarge === true ? "stepper stepper--large" : "stepper"}
      aria-label={name}
      data-set={value > 0 ? "" : undefined}
    >
      <Button
        className="stepper-half"
        aria-label={`${words.less}: ${name}`}
        isDisabled={value <= least}
        onPress={() => onChange(Math.max(least, value - 1))}
      >
        <MinusIcon weight="bold" aria-hidden="true" />
      </Button>
      <output className="stepper-value">{value}</output>
      <Button
        className="stepper-half"
        aria-label={`${words.more}: ${name}`}
        isDisabled={value >= largest}
        onPress={() => onChange(Math.min(largest, value + 1))}
      >
        <PlusIcon weight="bold" aria-hidden="true" />
      </Button>
    </div>
  );
}
