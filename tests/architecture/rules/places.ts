import { type Finding, lineAt } from "./source.ts";

/** Traces of one machine: a person's folders, a working folder, a package registry or mirror. */
const TRACES: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "a path of one machine", pattern: /(?<![\w.~-])\/(work|Users|root|home\/(?!kiosk\b)\w+)\/\w/g },
  {
    what: "a registry or mirror",
    pattern: /https?:\/\/[^\s"'/]*(registry|artifactory|nexus|verdaccio|mirror|proxy)[^\s"']*/gi,
  },
  { what: "a registry setting", pattern: /^[ \t]*(@[\w-]+:)?registry[ \t]*=.*$/gm },
];

/** Places of one machine or network in any text file of the project. */
export function placeFindings(path: string, text: string): Finding[] {
  return TRACES.flatMap(({ what, pattern }) => {
    return [...text.matchAll(pattern)].map((match) => `${path}:${lineAt(text, match.index)}: ${what}: ${match[0]}`);
  });
}
