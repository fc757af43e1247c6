import type { ScreenOf } from "#core/contract/screen.ts";
import type { TechnicianView } from "#core/contract/technician.ts";
import type { PageProps } from "../screenProps.ts";

/** What every section draws from. */
export interface SectionProps {
  readonly page: PageProps;
  readonly screen: ScreenOf<"technician">;
  readonly view: TechnicianView;
}
