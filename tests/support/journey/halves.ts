import type { JourneyStep } from "./actor.ts";

/** The steps before the one with this title, and the steps after it. */
export function around(
  steps: readonly JourneyStep[],
  title: string,
): { readonly before: readonly JourneyStep[]; readonly after: readonly JourneyStep[] } {
  const index = steps.findIndex((step) => step.title === title);
  if (index === -1) throw new Error(`No step is called "${title}".`);
  return { before: steps.slice(0, index), after: steps.slice(index + 1) };
}
