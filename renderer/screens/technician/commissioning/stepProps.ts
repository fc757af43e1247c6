import type { CommissioningStep, CommissioningView } from "#core/contract/technician.ts";
import type { PageProps } from "../../screenProps.ts";

/** What every page of the wizard draws from and how it answers. */
export interface StepProps {
  readonly page: PageProps;
  readonly view: CommissioningView;
  readonly send: (step: CommissioningStep) => void;
  /** Goes to the choice of ports and back, for another search. */
  readonly onPorts: (isChoosing: boolean) => void;
}
