import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BookCustomer } from "../../examples/customer-book/book-data.js";
import { runCommand } from "../../examples/customer-book/command.js";
import type { Reconciliation } from "../../examples/customer-book/reconciliation.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** How a run of the command ended, and what it left behind. */
export interface DemoRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Folder of the report, there or not. */
  readonly out: string;
  /** The report's files, read when asked for. */
  customers(): readonly BookCustomer[];
  reconciliation(): Reconciliation;
  text(name: string): string;
}

/** Runs the command in this process, into a folder of its own. */
export async function runDemo(...args: readonly string[]): Promise<DemoRun> {
  const out = newFolder();
  let stdout = "";
  let stderr = "";
  const status = await runCommand(
    ["--out", out, ...args],
    { write: (text) => (stdout += text) },
    { write: (text) => (stderr += text) },
  );
  return { status, stdout, stderr, ...reportAt(out) };
}

/** Runs the command as `npm run demo` does: the same script, in a process of its own. */
export async function spawnDemo(...args: readonly string[]): Promise<DemoRun> {
  const out = newFolder();
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { demo: string } };
  const [tool = "", ...rest] = scripts.demo.split(" ");
  const child = spawn(join(root, "node_modules/.bin", tool), [...rest, "--out", out, ...args], { cwd: root });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, stdout, stderr, ...reportAt(out) };
}

function newFolder(): string {
  return join(mkdtempSync(join(tmpdir(), "customer-book-")), "report");
}

function reportAt(out: string) {
  const text = (name: string) => readFileSync(join(out, name), "utf8");
  return {
    out,
    text,
    customers: () => JSON.parse(text("customers.json")) as BookCustomer[],
    reconciliation: () => JSON.parse(text("reconciliation.json")) as Reconciliation,
  };
}

/** Writes an input file of these bytes, and gives the options to read it with. */
export function inputOf(bytes: string | Uint8Array, name = "orders.csv"): string[] {
  const path = join(mkdtempSync(join(tmpdir(), "customer-book-in-")), name);
  writeFileSync(path, bytes);
  return ["--input", path, "--currency", "EUR", "--time-zone", "Europe/Berlin"];
}

/** An input file of order lines under the usual header. */
export function linesOf(...lines: readonly string[]): string[] {
  return inputOf(`${["order_id,customer_id,date,sku,quantity,amount", ...lines].join("\n")}\n`);
}

/** A decimal text of at most twelve places as whole billionths of a thousandth: exact to add and compare. */
export function exact(text: string): bigint {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const units = BigInt(whole + fraction.padEnd(12, "0"));
  return text.startsWith("-") ? -units : units;
}
