import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";

/** Serves a bundled worker on a free loopback port and asks it once.
 * @param {string} workerd - path of the binary
 * @param {string} folder @param {string} program
 */
export async function inWorkerd(workerd, folder, program) {
  const outfile = join(folder, `${program}.worker.js`);
  await build({ entryPoints: [join(folder, program)], bundle: true, format: "esm", outfile, logLevel: "error" });
  const port = await freePort();
  const config = join(folder, `${program}.capnp`);
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "smoke", worker = (
    modules = [(name = "worker", esModule = embed "${program}.worker.js")],
    compatibilityDate = "2026-11-01",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "smoke")],
);
`,
  );
  const server = spawn(workerd, ["serve", config], { stdio: ["ignore", "inherit", "inherit"] });
  try {
    return await answer(`http://127.0.0.1:${port}/`);
  } finally {
    server.kill();
    if (server.exitCode === null) await once(server, "exit");
  }
}

/** @param {string} url */
async function answer(url) {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(url);
      return await response.text();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
