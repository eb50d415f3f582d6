import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const program = process.env.NGINX_PATH || ["/usr/sbin/nginx", "/usr/bin/nginx"].find((path) => existsSync(path));

/** Why tests with nginx are skipped, for their names; undefined where they run. */
export const noNginx: string | undefined = program ? undefined : "skipped: no nginx found; name one by NGINX_PATH";

export interface Nginx {
  readonly port: number;
  readonly close: () => unknown;
}

/** Starts nginx with our template for it, on a free port; `root` is the folder it serves, `baseurl` the path of the site in it. */
export async function startNginx(root: string, baseurl: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "pumice-nginx-"));
  const port = await freePort();
  mkdirSync(join(folder, "logs"));
  writeFileSync(join(folder, "nginx.conf"), configOf(folder, siteOf(root, baseurl, port)));
  const nginx = spawn(program!, ["-p", folder, "-e", "error.log", "-c", join(folder, "nginx.conf")]);
  const ended = new Promise<void>((resolve) => nginx.once("exit", () => resolve()));
  const close = async () => {
    nginx.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  let output = "";
  nginx.stderr.on("data", (text) => {
    output += text;
  });
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries > 200 || nginx.exitCode !== null) throw new Error(`nginx does not answer: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, close };
}

/** The template with what its comments call yours. */
function siteOf(root: string, baseurl: string, port: number): string {
  return readFileSync(new URL("../templates/deploy/nginx/nginx.conf", import.meta.url), "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace(/^ {2}root .*$/m, `  root "${root}";`)
    .replace('set $base "";', `set $base "${baseurl}";`);
}

/** What the system's own configuration wraps around a site, without a process in the background or folders of the system. */
function configOf(folder: string, site: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${name};`);
  return `daemon off; master_process off; pid "${folder}/pid";
events {}
http { include "${typesFile()}"; default_type application/octet-stream; access_log off; ${temporary.join(" ")}
${site}
}`;
}

function typesFile(): string {
  // It describes itself on stderr.
  const { stderr } = spawnSync(program!, ["-V"], { encoding: "utf8" });
  const config = /--conf-path=(\S+)/.exec(stderr)?.[1] ?? "/etc/nginx/nginx.conf";
  return join(dirname(config), "mime.types");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" }).then(
    () => true,
    () => false,
  );
}
