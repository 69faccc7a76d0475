import type { Client } from '@temporalio/client';

import type { Happening } from '../../../activities/activity-dependencies.ts';
import { orderWorkflowId } from '../../domain/names.ts';
import { searchAttributeKeys } from '../../../activities/search-attribute-keys.ts';

const mostShown = 50;

/** Tells when an order begins to need attention, and when it no longer does. */
export class AttentionWatch {
  #needing = new Map<string, Happening>();

  /** What changed since the last look. */
  async look(client: Client): Promise<Happening[]> {
    const query = "needsAttention = true AND ExecutionStatus = 'Running'";
    const now = new Map<string, Happening>();
    for await (const { workflowId, typedSearchAttributes: found } of client.workflow.list({
      query,
    })) {
      if (now.size >= mostShown) break;
      const kind = found.get(searchAttributeKeys.attention) ?? 'unknown';
      const connection = found.get(searchAttributeKeys.connection) ?? '';
      const number = found.get(searchAttributeKeys.orderNumber) ?? '';
      const id = workflowId.slice(orderWorkflowId(connection, '').length);
      const text = `needs attention: ${kind}`;
      now.set(`${workflowId} ${kind}`, { connection, order: { id, number }, text });
    }
    const before = this.#needing;
    this.#needing = now;
    const began = [...now].filter(([key]) => !before.has(key)).map(([, happening]) => happening);
    const ended = [...before]
      .filter(([key]) => !now.has(key))
      .map(([, happening]) => ({ ...happening, text: `${happening.text}, no more` }));
    return [...began, ...ended];
  }
}
