import type { z } from 'zod';

import type { Circumstances } from './build-connection.ts';
import { buildOrderDesk, buildTwentyFourSevenOffice } from './build-connection.ts';
import { checkExtraFields } from './checks/extra-fields.ts';
import { checkOrderStatuses } from './checks/order-statuses.ts';
import { checkReportAt } from './checks/report-at.ts';
import { checkGoodsOwnerCode } from './checks/warehouse-access.ts';
import { checkWarehouseStatuses } from './checks/warehouse-statuses.ts';
import type { Connection } from './configuration.ts';
import type { ConnectionView } from '../systems/kit/settings/connection-view.ts';
import { viewOf } from './view-of.ts';
import type { Notice } from './fault.ts';
import type { ConfigurationDocument } from './file/read-document.ts';
import { formatPath } from '../systems/kit/settings/key-path.ts';
import type { TreeSection } from './file/tree.ts';
import { isSection, treeAt } from './file/tree.ts';
import { askedTooMuch } from './not-yet.ts';
import { issueProblems } from './problem-text.ts';
import type { Problems } from './problems.ts';
import { connectionSchemas } from './schema/connection.ts';
import { withoutEmptySections } from './schema/unwrap.ts';
import { sourceSystemOf } from './source-system.ts';
import { worthKnowing } from './worth-knowing.ts';

/** What was found under one connection's id. */
export interface ConnectionRead {
  readonly view: ConnectionView;
  /** Absent where the schema found a fault; the checks may have found others. */
  readonly connection?: Connection;
  readonly notices: readonly Notice[];
}

const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * Reads one connection and tells `problems` everything that is wrong with it.
 * @returns undefined where not even its source is known
 */
export function readConnection(
  id: string,
  document: ConfigurationDocument,
  problems: Problems,
): ConnectionRead | undefined {
  const base = ['connections', id];
  if (!idPattern.test(id)) {
    problems.add(
      base,
      'an id has 1 to 40 characters of a-z, 0-9 and -, and begins with a letter or digit',
    );
  }
  const tree = treeAt(document.tree, base);
  if (!isSection(tree)) {
    problems.add(base, 'must be a section with source, warehouse and so on');
    return undefined;
  }
  const system = sourceSystemOf(tree, document, base, problems);
  if (system === undefined) return undefined;

  const schema = connectionSchemas[system];
  const view = viewOf(id, document, schema, problems);
  const undone = askedTooMuch(view);
  const blocking = undone.find((entry) => entry.blocks === true);
  const about: Circumstances = {
    id,
    ownOtherStatuses: view.written(['warehouse', 'statuses', 'other']),
    ...(blocking === undefined ? {} : { notRunnableBecause: blocking.message }),
  };
  const parse = parser(tree, document, base, problems);
  let connection: Connection | undefined;
  if (system === '24sevenoffice') {
    const written = parse(connectionSchemas[system]);
    if (written !== undefined) connection = buildTwentyFourSevenOffice(written, about);
    checkOrderStatuses(view);
    checkExtraFields(view);
  } else {
    const written = parse(connectionSchemas[system]);
    if (written !== undefined) connection = buildOrderDesk(written, about);
  }
  checkWarehouseStatuses(view);
  checkReportAt(view);
  checkGoodsOwnerCode(view);

  const told = [...undone, ...(system === '24sevenoffice' ? worthKnowing(view) : [])];
  const notices = told
    .map(({ path, message }) => ({
      path: formatPath([...base, ...path]),
      line: view.lineOf(path),
      message,
    }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return connection === undefined ? { view, notices } : { view, notices, connection };
}

function parser(
  tree: TreeSection,
  document: ConfigurationDocument,
  base: readonly string[],
  problems: Problems,
) {
  return <Schema extends z.ZodType>(schema: Schema): z.output<Schema> | undefined => {
    const result = schema.safeParse(withoutEmptySections(schema, tree));
    for (const issue of result.error?.issues ?? []) {
      for (const { path, message } of issueProblems(issue, document, schema, base)) {
        problems.addFirst([...base, ...path], message);
      }
    }
    return result.data;
  };
}
