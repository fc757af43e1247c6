import type { RunResult } from "../contract/run.ts";
import type { RunFigures } from "./figures.ts";
import { add } from "./figures.ts";
import { timeWords } from "./witness.ts";

/** What several runs came to together. */
export interface Report {
  readonly runs: number;
  readonly days: number;
  /** Simulated days in a minute of the machine's time. */
  readonly daysPerMinute: number;
  readonly visits: Readonly<Record<string, number>>;
  readonly doorOpenings: number;
  readonly pulses: number;
  readonly papers: number;
  readonly events: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Faults that happened, per thirty days. */
  readonly faultsPerMonth: number;
  readonly powerCuts: number;
  /** Share of the time in which both intake and collection were possible; a full cabinet counts as possible. */
  readonly availability: number;
  /** Share of the time without power: part of what was not available. */
  readonly withoutPower: number;
  /** Live memory that a day added, bytes; absent for runs too short to tell. */
  readonly memoryGrowthPerDay: number | undefined;
  readonly violations: readonly {
    readonly seed: number;
    readonly checker: string;
    readonly sentence: string;
    readonly at: string;
  }[];
}

/** `wallMs`: what all of it took. */
export function reportOf(results: readonly RunResult[], wallMs: number): Report {
  const visits: Record<string, number> = {};
  const faults: Record<string, number> = {};
  for (const { figures } of results) {
    for (const [name, count] of Object.entries(figures.visits)) add(visits, name, count);
    for (const [name, count] of Object.entries(figures.faults)) add(faults, name, count);
  }
  const days = sum(results, ({ days }) => days);
  const weighted = (of: (figures: RunFigures) => number): number =>
    days === 0 ? 0 : sum(results, (figures) => of(figures) * figures.days) / days;
  const growths = results.flatMap(({ memoryGrowthPerDay }) => memoryGrowthPerDay ?? []);
  return {
    runs: results.length,
    days,
    daysPerMinute: (days * 60_000) / Math.max(1, wallMs),
    visits,
    doorOpenings: sum(results, ({ doorOpenings }) => doorOpenings),
    pulses: sum(results, ({ pulses }) => pulses),
    papers: sum(results, ({ papers }) => papers),
    events: sum(results, ({ events }) => events),
    faults,
    faultsPerMonth: (Object.values(faults).reduce((all, count) => all + count, 0) * 30) / Math.max(days, 1e-9),
    powerCuts: sum(results, ({ powerCuts }) => powerCuts),
    availability: weighted(({ availability }) => availability),
    withoutPower: weighted(({ withoutPower }) => withoutPower),
    memoryGrowthPerDay:
      growths.length === 0 ? undefined : growths.reduce((all, growth) => all + growth, 0) / growths.length,
    violations: results.flatMap(({ plan, violation }) =>
      violation === undefined ? [] : [{ seed: plan.seed, ...violation, at: timeWords(violation.atMs) }],
    ),
  };
}

/** The report for a person to read. */
export function reportWords(report: Report): string {
  const { daysPerMinute, availability, withoutPower, memoryGrowthPerDay } = report;
  const lines = [
    `${report.runs} runs, ${report.days} simulated days, ${daysPerMinute.toFixed(1)} days a minute`,
    `visits: ${countWords(report.visits)}`,
    `${report.doorOpenings} door openings, ${report.pulses} unlock frames, ${report.papers} papers, ${report.events} events`,
    `faults (${report.faultsPerMonth.toFixed(1)} in thirty days): ${countWords(report.faults)}`,
    `power cuts: ${report.powerCuts}`,
    `available: ${percent(availability)} of the time, without power: ${percent(withoutPower)}`,
    memoryGrowthPerDay === undefined
      ? ""
      : `memory growth: ${Math.round(memoryGrowthPerDay / 1024)} KiB a simulated day`,
    `violations: ${report.violations.length}`,
    ...report.violations.map(({ seed, checker, sentence, at }) => `  seed ${seed}, ${at}, ${checker}: ${sentence}`),
  ];
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

function sum(results: readonly RunResult[], of: (figures: RunFigures) => number): number {
  return results.reduce((all, { figures }) => all + of(figures), 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)} %`;
}

function countWords(counts: Readonly<Record<string, number>>): string {
  const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return words.length === 0 ? "none" : words.join(", ");
}
