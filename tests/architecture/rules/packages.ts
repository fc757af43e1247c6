import type { Finding } from "./source.ts";

/** Dependencies without a reason in docs/dependencies.md, and reasons for what is no dependency. */
export function dependencyReasonFindings(dependencies: readonly string[], document: string): Finding[] {
  const reasons = new Map<string, string>();
  for (const [, name = "", reason = ""] of document.matchAll(/^- `([^`]+)`:(.*)$/gm)) reasons.set(name, reason.trim());
  const unreasoned = dependencies.filter((name) => (reasons.get(name) ?? "").length < 10);
  const leftOver = [...reasons.keys()].filter((name) => !dependencies.includes(name));
  return [
    ...unreasoned.map((name) => `docs/dependencies.md: no reason for ${name}`),
    ...leftOver.map((name) => `docs/dependencies.md: ${name} is no dependency`),
  ];
}

/** Entries of package-lock.json that name where a package was downloaded from, which ties the project to that host. */
export function lockHostFindings(lock: { packages: Readonly<Record<string, { resolved?: string }>> }): Finding[] {
  return Object.entries(lock.packages).flatMap(([path, { resolved }]) => {
    return resolved?.includes("://") ? [`package-lock.json: ${path} names a host: ${resolved}`] : [];
  });
}
