import { WarningCircleIcon } from "@phosphor-icons/react/dist/csr/WarningCircle";
import { Button } from "react-aria-components";
import "./TextField.css";

/** Props of a field that is filled by an on-screen keyboard or a scan. */
export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** The field that the keyboard writes into. */
  readonly isCurrent?: boolean | undefined;
  /** Makes this the current field. */
  readonly onChoose?: (() => void) | undefined;
  /** What to type, shown while the field is empty. */
  readonly hint?: string | undefined;
  /** What is wrong and what to do, shown at the field. */
  readonly error?: string | undefined;
  /** Digits instead of words: each in a cell of its own width. */
  readonly isNumeric?: boolean | undefined;
}

/** A fill-in line of a form: label, what was typed, the place of the next letter. */
export function TextField(props: TextFieldProps) {
  const { label, value, hint, error } = props;
  const spoken = [label, value === "" ? hint : value, error].filter((part) => part !== undefined).join(". ");
  return (
    <div
      className="text-field"
      data-current={props.isCurrent === true ? "" : undefined}
      data-wrong={error === undefined ? undefined : ""}
    >
      <span className="text-field-label" aria-hidden="true">
        {label}
      </span>
      <Button
        className="text-field-box"
        aria-label={spoken}
        {...(props.onChoose === undefined ? {} : { onPress: props.onChoose })}
      >
        {value === "" && hint !== undefined && <span className="text-field-hint">{hint}</span>}
        <span className={props.isNumeric === true ? "text-field-value text-field-value--numeric" : "text-field-value"}>
          {value}
        </span>
        {props.isCurrent === true && <span className="text-field-caret" />}
      </Button>
      {error !== undefined && (
        <p className="text-field-error" role="alert">
          <WarningCircleIcon weight="bold" aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  );
}
