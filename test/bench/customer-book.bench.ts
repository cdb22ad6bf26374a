import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { atMost, type Figure, median, type Size } from "./figure.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The main job as a whole process on all 541,909 lines of Online Retail: time, and the peak memory of the process. */
export async function figures(size: Size): Promise<readonly Figure[]> {
  const input = `${process.env["CLIENTELE_DATA"]}/online-retail.csv.gz`;
  if (!existsSync(input)) {
    if (process.env["CI"] !== undefined) throw new Error("CLIENTELE_DATA holds no online-retail.csv.gz");
    console.warn(
      "Not measured: the customer book of Online Retail. Set CLIENTELE_DATA to the folder of the data sets.",
    );
    return [];
  }
  const runs = Array.from({ length: size === "full" ? 5 : 1 }, () => runDemo(input));
  const seconds = runs.map((run) => run.seconds);
  const megabytes = runs.map((run) => run.megabytes);
  const note = `${runs.length} runs, ${Math.min(...seconds).toFixed(1)} to ${Math.max(...seconds).toFixed(1)} s, up to ${Math.max(...megabytes).toFixed(0)} MB`;
  return [
    atMost(15, {
      figure: "Online Retail, file to report: seconds",
      value: median(seconds),
      against: "the bound",
      note,
    }),
    atMost(1000, {
      figure: "Online Retail, file to report: peak MB",
      value: median(megabytes),
      against: "the bound",
      note,
    }),
  ];
}

function runDemo(input: string): { readonly seconds: number; readonly megabytes: number } {
  const out = mkdtempSync(join(tmpdir(), "customer-book-"));
  const peak = join(out, "peak.txt");
  const preload = `import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(peak)},String(process.resourceUsage().maxRSS)))`;
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...["--import", `data:text/javascript,${encodeURIComponent(preload)}`],
      ...["--import", "tsx", "examples/customer-book/main.ts", "--input", input, "--out", join(out, "report")],
    ],
    { cwd: root, encoding: "utf8", env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json") } },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  const megabytes = Number(readFileSync(peak, "utf8")) / 1000;
  rmSync(out, { recursive: true });
  return { seconds, megabytes };
}
