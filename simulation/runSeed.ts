import { checkersFor } from "./checkers/checkersFor.ts";
import type { Plan } from "./contract/plan.ts";
import type { RunResult, RunView } from "./contract/run.ts";
import { drawPlan } from "./engine/drawPlan.ts";
import { simulate } from "./engine/simulate.ts";
import { faults } from "./faults/index.ts";
import { drawVisits } from "./people/calendar.ts";
import { lastRound, visits } from "./people/visits.ts";
import { shrinkPlan } from "./story/shrink.ts";
import { StoryKeeper, tellStory } from "./story/story.ts";

export interface SeedOptions {
  readonly seed: number;
  readonly days: number;
  readonly faultNames: readonly string[];
  readonly mix: "swarm" | "field";
  /** Of what the seed draws only these happenings, numbered from 0; absent: all. */
  readonly only?: readonly number[] | undefined;
  /** Of so many days only the first; absent: all. */
  readonly untilDay?: number | undefined;
}

/** Draws a plan from a seed and lives through it. The same options give the same run, byte for byte. */
export function runSeed(options: SeedOptions): Promise<RunResult> {
  return live(planOf(options));
}

/**
 * Lives through a failing run again and again until it is as short as it gets, and tells it; undefined where it does not
 * fail. `mostRuns`: of the seed's days.
 */
export async function tellFailure(options: SeedOptions, mostRuns: number): Promise<string | undefined> {
  const drawn = planOf(options);
  const run = async (plan: Plan) => (await live(plan)).violation;
  const shrunk = await shrinkPlan(drawn, { run, mostRuns });
  if (shrunk === undefined) return undefined;
  const keeper = new StoryKeeper();
  await live(shrunk.plan, keeper);
  const { plan, failure } = shrunk;
  return tellStory(keeper, { plan, violation: failure, command: commandOf(options, { drawn, plan }) });
}

function planOf(options: SeedOptions): Plan {
  const plan = drawPlan({ ...options, drawVisits });
  const { only, untilDay } = options;
  const happenings = only === undefined ? plan.happenings : plan.happenings.filter((_, at) => only.includes(at));
  return { ...plan, days: untilDay ?? plan.days, happenings };
}

function live(plan: Plan, keeper?: StoryKeeper): Promise<RunResult> {
  const listening = keeper === undefined ? [] : [keeper];
  const checkers = (view: RunView) => [...listening, ...checkersFor(view, { hasLastRound: true })];
  return simulate({ plan, visits, faults, lastRound, checkersFor: checkers });
}

/** What is left of the plan, as flags. Each happening has a seed of its own, which no two share for practical purposes. */
function commandOf(
  { seed, days, mix, faultNames, only }: SeedOptions,
  { drawn, plan }: Record<"drawn" | "plan", Plan>,
) {
  const kept = new Set(plan.happenings.map(keyOf));
  const numbers = only ?? drawn.happenings.map((_, at) => at);
  const left = numbers.filter((_, at) => {
    const happening = drawn.happenings[at];
    return happening !== undefined && kept.has(keyOf(happening));
  });
  const flags = `--seed ${seed} --days ${days} --mix ${mix} --faults ${faultNames.join() || "none"}`;
  return `npm run simulate -- ${flags} --only ${left.join() || "none"} --until-day ${plan.days}`;
}

function keyOf({ atMs, name, seed }: Plan["happenings"][number]): string {
  return `${atMs} ${name} ${seed}`;
}
