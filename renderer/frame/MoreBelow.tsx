import { CaretDownIcon } from "@phosphor-icons/react/dist/csr/CaretDown";
import { CaretUpIcon } from "@phosphor-icons/react/dist/csr/CaretUp";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Overflow } from "./useOverflow.ts";
import "./MoreBelow.css";

/** Two keys on the edge of the counter that turn the pages of what does not fit. */
export function MoreBelow({ overflow }: { readonly overflow: Overflow }) {
  const { t } = useTranslation();
  return (
    <div className="more-below">
      <Button className="more-below-key" isDisabled={overflow.isAtTop} onPress={() => overflow.turn(-1)}>
        <CaretUpIcon weight="bold" aria-hidden="true" />
        {t("common.previousPage")}
      </Button>
      <Button className="more-below-key" isDisabled={overflow.isAtEnd} onPress={() => overflow.turn(1)}>
        <CaretDownIcon weight="bold" aria-hidden="true" />
        {t("common.nextPage")}
      </Button>
    </div>
  );
}
