import { defineSearchAttributeKey } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';

import { connectionStages, searchAttributes } from '../../src/domain/names.ts';
import type { ConnectionState } from './connection-state.ts';

const key = defineSearchAttributeKey('stage', searchAttributes.stage);

/** Says where connections are looked for whether an incident is open, where it doesn't say so already. */
export function writeStage({ incidents }: ConnectionState): void {
  const isWell = Object.values(incidents).every((incident) => incident === undefined);
  const value = isWell ? connectionStages.well : connectionStages.inTrouble;
  if (workflowInfo().typedSearchAttributes.get(key) !== value) {
    upsertSearchAttributes([{ key, value }]);
  }
}
