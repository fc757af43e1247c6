import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Program, startProgram } from "./rig/program.ts";

/**
 * Opens a datagram socket as a service manager does and appends each message, with a line end, to a file. In Perl, which
 * every Debian has: Node has no such sockets, and socat keeps the descriptor by which a sender learns that it was heard.
 */
const RECEIVER = `
use strict; use Socket; use IO::Handle;
my ($path, $file) = @ARGV;
socket(my $socket, AF_UNIX, SOCK_DGRAM, 0) or die $!;
bind($socket, sockaddr_un($path)) or die $!;
open(my $heard, ">>", $file) or die $!;
$heard->autoflush(1); STDOUT->autoflush(1);
print "listening\\n";
while (defined recv($socket, my $message, 4096, 0)) { print $heard "$message\\n" }
`;

/** The receiving end of `sd_notify`. */
export interface HeardService {
  readonly socket: string;
  readonly program: Program;
  /** How often this line was heard. */
  count(line: string): number;
  /** Since the last message, milliseconds. */
  readonly silentMs: number;
}

export async function startServiceManager(folder: string): Promise<HeardService> {
  const socket = join(folder, "notify");
  const heardPath = join(folder, "heard");
  const isReady = (line: string): boolean => line === "listening";
  const program = await startProgram({ command: "perl", args: ["-e", RECEIVER, socket, heardPath], isReady });
  return {
    socket,
    program,
    count: (line) =>
      readFileSync(heardPath, "utf8")
        .split("\n")
        .filter((heard) => heard === line).length,
    get silentMs() {
      return existsSync(heardPath) ? Date.now() - statSync(heardPath).mtimeMs : 0;
    },
  };
}
