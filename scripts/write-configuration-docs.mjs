// Writes docs/configuration.md from the schema. Runs after the compiler, on its output.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { configurationReference } from '../dist/src/connections/reference.js';

const root = new URL('../', import.meta.url);
const example = readFileSync(new URL('examples/crossdock.yaml', root), 'utf8');
mkdirSync(new URL('docs/', root), { recursive: true });
writeFileSync(new URL('docs/configuration.md', root), configurationReference(example));
