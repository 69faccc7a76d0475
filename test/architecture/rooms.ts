import { builtinModules } from 'node:module';

import { type Import, importsOf } from './imports.ts';
import type { SourceFile } from './source-files.ts';

/** What a room of the house may see of the others and of the world outside. */
interface Room {
  /** Which of our files it may import, besides its own. */
  readonly files: readonly RegExp[];
  /** Of which it may import types alone. */
  readonly types?: readonly RegExp[];
  /** Whether it may import a package or a Node built-in. */
  readonly module: (name: string) => boolean;
}

const domain = /^src\/domain\//;
const systems = /^src\/systems\//;
/** What the configuration file says about a system; all that `connections` may know of it. */
const settings = /^src\/systems\/(?:kit\/settings\/|[^/]+\/(?:settings|extra-field-[a-z]+)\.ts$)/;
const connections = /^src\/connections\//;
const activities = /^activities\//;
const workflows = /^workflows\//;
const temporal = /^src\/temporal\//;
const http = /^src\/http\//;
const sandbox = /^sandbox\//;

const isTemporal = (name: string): boolean => name.startsWith('@temporalio/');
const notTemporal = (name: string): boolean => !isTemporal(name);
const anything = (): boolean => true;

/** Runs inside the workflow sandbox: no clock, no sockets, and small. */
const inWorkflows = (name: string): boolean =>
  ['@temporalio/workflow', '@temporalio/common', 'decimal.js'].includes(name);
const inActivities = (name: string): boolean =>
  notTemporal(name) ||
  ['@temporalio/activity', '@temporalio/common', '@temporalio/client'].includes(name);

/** The direction of dependencies, read from top to bottom. */
const rooms: Readonly<Record<string, Room>> = {
  'src/domain': { files: [], module: notTemporal },
  'src/systems': { files: [domain], module: notTemporal },
  sandbox: { files: [domain], module: notTemporal },
  'src/connections': { files: [domain, settings], module: notTemporal },
  activities: { files: [domain, systems, connections], module: inActivities },
  workflows: { files: [domain], types: [activities], module: inWorkflows },
  'src/temporal': {
    files: [domain, systems, connections, activities],
    types: [workflows],
    module: anything,
  },
  'src/http': {
    files: [domain, systems, connections, activities, temporal],
    types: [workflows],
    module: anything,
  },
  'src/cli': {
    files: [domain, systems, connections, activities, temporal, http, sandbox],
    types: [workflows],
    module: anything,
  },
};

/** Vendors don't know each other; what they share lies beside their folders. */
const vendor = /^src\/systems\/(?<vendor>24sevenoffice|orderdesk|ongoing)\//;

/** `workflows/x.ts imports src/systems/y.ts`, for each import that goes the wrong way. */
export function wrongImports(files: readonly SourceFile[]): readonly string[] {
  const wrong: string[] = [];
  for (const file of files) {
    const name = Object.keys(rooms).find((each) => file.path.startsWith(`${each}/`));
    const room = name === undefined ? undefined : rooms[name];
    if (name === undefined || room === undefined) {
      wrong.push(`${file.path} lies in none of the rooms`);
      continue;
    }
    for (const each of importsOf(file)) {
      const allowed = allows(name, room, each) && !otherVendor(file.path, each.path);
      if (!allowed) wrong.push(`${file.path} imports ${each.path ?? each.specifier}`);
    }
  }
  return wrong;
}

function allows(name: string, room: Room, each: Import): boolean {
  if (each.path === undefined) return room.module(each.module ?? '');
  const { path, typeOnly } = each;
  if (path.startsWith(`${name}/`)) return true;
  if (room.files.some((allowed) => allowed.test(path))) return true;
  return typeOnly && (room.types ?? []).some((allowed) => allowed.test(path));
}

function otherVendor(from: string, to: string | undefined): boolean {
  const own = vendor.exec(from)?.groups?.['vendor'];
  const other = to === undefined ? undefined : vendor.exec(to)?.groups?.['vendor'];
  return own !== undefined && other !== undefined && own !== other;
}

/**
 * What the workflow bundle would hold beyond what may run there: followed from the workflows through
 * every file whose code they load, which domain files as such may import.
 */
export function wrongInBundle(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const waiting = files.filter(({ path }) => workflows.test(path));
  const seen = new Set(waiting);
  const wrong: string[] = [];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const { path, module, specifier, typeOnly } of importsOf(file)) {
      if (typeOnly) continue;
      if (module !== undefined && (isBuiltin(module) || !inWorkflows(module))) {
        wrong.push(`${file.path} imports ${specifier}`);
      }
      const next = path === undefined ? undefined : byPath.get(path);
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return wrong.sort();
}

const isBuiltin = (name: string): boolean =>
  name.startsWith('node:') || builtinModules.includes(name);

/** `a.ts → b.ts → a.ts`, for files whose loading waits for each other. */
export function circles(files: readonly SourceFile[]): readonly string[] {
  const loads = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ path, typeOnly }) =>
        path === undefined || typeOnly ? [] : [path],
      ),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const before = way.indexOf(path);
    if (before >= 0) {
      found.push([...way.slice(before), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of loads.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of loads.keys()) visit(path, []);
  return found;
}
