import { expect, test } from "vitest";
import { addTallies, tallyLine, tallyReport } from "#scripts/test/tally.ts";

const good = { status: "passed", assertionResults: [{ status: "passed" }] };

test("the closing line counts what passed and what failed", () => {
  const sum = addTallies([
    { passed: 1, failed: 0 },
    { passed: 40, failed: 2 },
  ]);
  expect(tallyLine(sum)).toBe("41 passed, 2 failed");
});

test("a clean report counts its tests", () => {
  expect(tallyReport({ numPassedTests: 7, numFailedTests: 0, testResults: [good] }, true)).toEqual({
    passed: 7,
    failed: 0,
  });
});

test("a file that broke before its first test counts as a failure", () => {
  const testResults = [good, { status: "failed", assertionResults: [] }];
  expect(tallyReport({ numPassedTests: 1, numFailedTests: 0, testResults }, false)).toEqual({ passed: 1, failed: 1 });
});

test("a failed test is not counted a second time through its file", () => {
  const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
  expect(tallyReport({ numPassedTests: 0, numFailedTests: 1, testResults }, false)).toEqual({ passed: 0, failed: 1 });
});

test("a run that ends badly or without a report never counts as good", () => {
  expect(tallyReport({ numPassedTests: 5, numFailedTests: 0, testResults: [good] }, false)).toEqual({
    passed: 5,
    failed: 1,
  });
  expect(tallyReport(undefined, true)).toEqual({ passed: 0, failed: 1 });
});
