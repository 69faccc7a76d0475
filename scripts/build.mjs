/**
 * Makes `dist`: the compiled code with its assets beside it, the workflows' bundle, and the documentation
 * of the configuration. Does nothing where nothing changed since the last time; says nothing unless it
 * fails or takes long.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// The worker's image is built without the sandbox.
const codeFolders = ['src', 'workflows', 'activities', 'sandbox'].filter((path) =>
  existsSync(path),
);
const otherInputs = ['scripts', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const outputs = ['dist/src', 'docs/configuration.md'];
const stamp = 'dist/.inputs';
const configurationDocs = 'scripts/write-configuration-docs.mjs';

const inputs = fingerprint([...codeFolders, ...otherInputs]);
if (!isUpToDate()) await build();

async function build() {
  const start = performance.now();
  rmSync('dist', { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/package.json');
  run([tsc.replace('package.json', 'bin/tsc'), '-p', 'tsconfig.build.json']);
  copyAssets();
  await bundleWorkflows();
  if (existsSync(configurationDocs)) run([configurationDocs]);
  const command = 'dist/src/cli/main.js';
  if (existsSync(command)) chmodSync(command, 0o755);
  writeFileSync(stamp, inputs);

  const seconds = (performance.now() - start) / 1000;
  if (seconds > 2) console.log(`Built in ${seconds.toFixed(1)} s`);
}

function isUpToDate() {
  const wanted = existsSync(configurationDocs) ? outputs : outputs.slice(0, 1);
  return (
    wanted.every((path) => existsSync(path)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === inputs
  );
}

/** Changes when a file is added, removed or written. */
function fingerprint(/** @type {string[]} */ paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(filesAt)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesAt(/** @type {string} */ path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

function run(/** @type {string[]} */ args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Whatever is not compiled and lies beside the code that reads it, such as contracts. */
function copyAssets() {
  for (const path of codeFolders.flatMap(filesAt)) {
    if (!path.endsWith('.ts')) cpSync(path, `dist/${path}`);
  }
}

/** A worker starts four times faster with a bundle than when it makes its own. */
async function bundleWorkflows() {
  const index = fileURLToPath(new URL('../dist/workflows/index.js', import.meta.url));
  if (!existsSync(index)) return;
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const logger = new DefaultLogger('WARN');
  // Loaded once and shared by the workflows of a worker: see src/temporal/workflow-code.ts.
  const preloadModules = [index];
  const { code } = await bundleWorkflowCode({ workflowsPath: index, preloadModules, logger });
  writeFileSync('dist/workflow-bundle.js', code);
}
