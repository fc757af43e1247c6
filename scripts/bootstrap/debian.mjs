// Installs the Debian packages that the tests need, after saying so.
import { spawnSync } from "node:child_process";

/** What the tests need from Debian, and for what. */
export const DEBIAN_PACKAGES = [
  { name: "chromium", reason: "the browser of the end-to-end tests" },
  { name: "socat", reason: "a pair of serial ports without hardware" },
  { name: "nut-server", reason: "a real power daemon with a supply that is a file" },
  { name: "ffmpeg", reason: "the picture of the fake camera" },
  { name: "dbus-daemon", reason: "a message bus of its own for the credential store" },
  { name: "gnome-keyring", reason: "a real credential store" },
  { name: "gcc", reason: "compiles the file layer that the power cut tests put under SQLite" },
  { name: "libc6-dev", reason: "the system's headers for gcc" },
  { name: "fonts-dejavu-core", reason: "a system font for the browser" },
];

/**
 * Installs those of the packages that are missing. Where that is not possible it says what to run and goes on: the
 * tests that need them will fail and name them.
 * @param {(line: string) => void} say
 */
export function installDebianPackages(say) {
  const missing = DEBIAN_PACKAGES.filter(({ name }) => !isInstalled(name));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const become = asRoot();
  if (!succeeds("apt-get", ["--version"]) || !become) {
    say(`The tests need ${names.join(", ")}. As root, run: apt-get install ${names.join(" ")}`);
    return;
  }
  say("Installing Debian packages that the tests need:");
  for (const { name, reason } of missing) say(`  ${name}: ${reason}`);
  apt(become, ["update", "-q"]);
  apt(become, ["install", "-y", "-q", "--no-install-recommends", ...names]);
  const failed = names.filter((name) => !isInstalled(name));
  if (failed.length > 0) say(`Not installed: ${failed.join(", ")}; the message of apt-get is above.`);
}

/** @param {string} name */
function isInstalled(name) {
  const { status, stdout } = spawnSync("dpkg", ["--status", name], { encoding: "utf8" });
  return status === 0 && stdout.includes("\nStatus: install ok installed\n");
}

/** @returns {string[] | undefined} the words before a command that make it run as root; undefined when impossible */
function asRoot() {
  if (process.getuid?.() === 0) return ["env"];
  return succeeds("sudo", ["-n", "true"]) ? ["sudo", "-n", "env"] : undefined;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/**
 * @param {string[]} become
 * @param {string[]} args
 */
function apt([command = "env", ...words], args) {
  const lock = ["-o", "DPkg::Lock::Timeout=120"];
  spawnSync(command, [...words, "DEBIAN_FRONTEND=noninteractive", "apt-get", ...lock, ...args], { stdio: "inherit" });
}
