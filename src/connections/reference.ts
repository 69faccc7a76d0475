import type { Adapters, SourceAdapter, WarehouseAdapter } from '../systems/ports/adapter.ts';
import { adapters as ourAdapters } from '../systems/registry.ts';
import type { DescribedKey, DescribedSection } from './describe.ts';
import { describeConnection } from './describe.ts';

const introduction = `# The configuration file

<!-- Written by the build from the settings of the systems in src/systems. Changes here are lost. -->

One YAML file holds every connection: one customer’s account at the source, one goods owner at the
warehouse, and what is to happen between them. Crossdock looks for it at \`--config PATH\`, else at
\`CROSSDOCK_CONFIG\`, else at \`./crossdock.yaml\`. How to reach Temporal isn’t part of it: that comes
from the \`TEMPORAL_*\` variables and \`temporal.toml\`, as for any Temporal client.

\`crossdock check\` reads the file and lists everything that is wrong with it, with line and key:

\`\`\`
crossdock.yaml:12 connections.nordlys.orders.every: "15 minutes" is not a duration; write 15m, 1h or 30s
\`\`\`

## Variables

They may stand in any value, also in the middle of it. What comes from a variable, and every key for
a secret, is never shown.

| written | means |
| --- | --- |
| \`\${NAME}\` | the environment variable; it is a fault if it isn’t set |
| \`\${NAME:-default}\` | the environment variable, or the default if it isn’t set or empty |
| \`\${file:/run/secrets/x}\` | the content of a file without its last newline; a relative path starts at the configuration’s folder |
| \`$\${\` | the two characters \`\${\` themselves |

Inside \`{ }\` and \`[ ]\` YAML wants quotes around them: \`{ token: "\${TOKEN}" }\`.

## Values

- A **duration** is a number and a unit: \`30s\`, \`15m\`, \`1h\`, \`7d\`. An interval is at least \`5s\`.
- A **date** is \`2026-11-01\`. A **time zone** is an IANA name: \`Europe/Oslo\`.
- A value is taken as it is written: \`007\` stays \`007\`, with or without quotes.
- A key that isn’t known is a fault, and so is a key that stands twice.
- A section with nothing below it counts as left out.
`;

/**
 * The reference of the configuration file, as Markdown.
 * @param example a whole file that is shown at the end
 */
export function configurationReference(
  example: string,
  { sources, warehouses }: Adapters = ourAdapters,
): string {
  const [first] = warehouses;
  if (first === undefined) throw new Error('there is no warehouse to describe');
  const parts = [
    introduction,
    '## `connections`',
    'Each key below `connections` is the id of a connection: 1 to 40 characters of a-z, 0-9 and -. It stands in workflow ids, so it stays once orders have been taken.',
    ...sources.flatMap((source) => [
      `## A connection with ${source.name}`,
      ...sections(source, first, 'connection'),
    ]),
    ...warehouses.flatMap((warehouse) => [
      warehouses.length === 1
        ? '## The warehouse of any connection'
        : `## A warehouse with ${warehouse.name}`,
      ...sources.slice(0, 1).flatMap((source) => sections(source, warehouse, 'warehouse')),
    ]),
    '## An example',
    `\`\`\`yaml\n${example.trimEnd()}\n\`\`\``,
  ];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

/** The account at the warehouse is the same whatever the source, so that it is described by itself. */
function sections(
  source: SourceAdapter,
  warehouse: WarehouseAdapter,
  wanted: 'connection' | 'warehouse',
): string[] {
  return describeConnection(source, warehouse)
    .filter(({ path }) => (path.split('.')[0] === 'warehouse') === (wanted === 'warehouse'))
    .map(sectionText);
}

function sectionText(section: DescribedSection): string {
  const title = section.path === '' ? '### The connection’s keys' : `### \`${section.path}\``;
  const notes = section.later.map((note) => `> Not yet: ${note}`).join('\n>\n');
  const table = [
    '| key | value | default | meaning |',
    '| --- | --- | --- | --- |',
    ...section.keys.map(row),
  ].join('\n');
  return [title, section.meaning, notes, table].filter((part) => part !== '').join('\n\n');
}

function row({ key, type, byDefault, meaning, example }: DescribedKey): string {
  const plain = ['required', 'none', 'see below'].includes(byDefault);
  const cells = [
    `\`${key}\``,
    type,
    plain ? byDefault : `\`${byDefault}\``,
    example === undefined ? meaning : `${meaning} Example: \`${example}\``,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
