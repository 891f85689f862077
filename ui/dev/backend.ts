// While developing, the page speaks to the program itself: one `vurder-cli apply` stays open behind `/call`.
// VURDER_CLI names the program, VURDER_WORKSPACE the file. Never part of the build.
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const CLI = process.env.VURDER_CLI ?? join(import.meta.dirname, "../../target/debug/vurder-cli");
const WORKSPACE = process.env.VURDER_WORKSPACE ?? join(tmpdir(), "vurder-dev.vurder");

let child: ChildProcessWithoutNullStreams | null = null;
let waiting: ((line: string) => void)[] = [];

function start(): ChildProcessWithoutNullStreams {
  const started = spawn(CLI, ["apply", "--workspace", WORKSPACE, "-"]);
  createInterface({ input: started.stdout }).on("line", (line) => waiting.shift()?.(line));
  started.stderr.on("data", (said: Buffer) => process.stderr.write(said));
  const gone = (why: string): void => {
    if (child === started) child = null;
    const left = waiting;
    waiting = [];
    for (const answer of left) answer(JSON.stringify({ ok: false, error: { code: "internal", message: why } }));
  };
  started.on("error", (e) => gone(`${CLI}: ${e.message}`));
  started.on("exit", (code) => gone(`vurder-cli ended with ${code}`));
  return started;
}

/** Lets go of the workspace, which only one program can hold. */
export function stop(): void {
  child?.kill();
}

export function middleware(): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      child ??= start();
      waiting.push((line) => {
        response.setHeader("content-type", "application/json");
        response.end(line);
      });
      child.stdin.write(`${Buffer.concat(parts).toString("utf8").replace(/\n/g, " ")}\n`);
    });
  };
}
