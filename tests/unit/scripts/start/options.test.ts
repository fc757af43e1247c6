import { expect, test } from "vitest";
import { parseStartOptions } from "#scripts/start/options.ts";

test("a start without flags uses data/desk, two neighbouring ports, and opens windows", () => {
  expect(parseStartOptions([], "/project")).toEqual({
    configFile: "config/desk.json",
    dataFolder: "/project/data/desk",
    backOfficePort: 8400,
    controllerPort: 8401,
    mayOpen: true,
  });
});

test("flags move the data and the ports and keep windows shut", () => {
  expect(parseStartOptions(["--data", "/srv/kiosk", "--port-base", "9000", "--no-open"], "/project")).toEqual({
    configFile: "config/desk.json",
    dataFolder: "/srv/kiosk",
    backOfficePort: 9000,
    controllerPort: 9001,
    mayOpen: false,
  });
});

test.each(["80", "70000", "x", ""])("port base %j is refused with its range", (value) => {
  expect(() => parseStartOptions([`--port-base=${value}`], "/project")).toThrow("from 1024 to 65000");
});

test("a machine that nobody has commissioned has a configuration and data of its own", () => {
  expect(parseStartOptions(["--new-machine"], "/project")).toMatchObject({
    configFile: "config/new-machine.json",
    dataFolder: "/project/data/new-machine",
  });
  expect(parseStartOptions(["--new-machine", "--data", "try"], "/project").dataFolder).toBe("/project/try");
});

test("an unknown flag is refused", () => {
  expect(() => parseStartOptions(["--dta", "x"], "/project")).toThrow("--dta");
});
