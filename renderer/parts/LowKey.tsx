import { CheckSquareIcon } from "@phosphor-icons/react/dist/csr/CheckSquare";
import { WheelchairIcon } from "@phosphor-icons/react/dist/csr/Wheelchair";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import type { PageProps } from "../screens/screenProps.ts";

/** Asks for a compartment that a seated person reaches, or takes the wish back. */
export function LowKey(props: {
  readonly page: PageProps;
  readonly wantsLow: boolean;
  readonly label: string;
  readonly labelOn: string;
}) {
  const { page, wantsLow } = props;
  return (
    <SecondaryKey
      label={wantsLow ? props.labelOn : props.label}
      icon={wantsLow ? CheckSquareIcon : WheelchairIcon}
      isChosen={wantsLow}
      onPress={() => page.send({ kind: "wantLowCompartment", isWanted: !wantsLow })}
    />
  );
}
