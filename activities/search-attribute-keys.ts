import { defineSearchAttributeKey } from '@temporalio/common';

import { searchAttributes } from '../src/domain/names.ts';

/** The typed keys of the search attributes in `domain/names`. */
export const searchAttributeKeys = {
  connection: defineSearchAttributeKey('connection', searchAttributes.connection),
  source: defineSearchAttributeKey('source', searchAttributes.source),
  orderNumber: defineSearchAttributeKey('orderNumber', searchAttributes.orderNumber),
  stage: defineSearchAttributeKey('stage', searchAttributes.stage),
  attention: defineSearchAttributeKey('attention', searchAttributes.attention),
  process: defineSearchAttributeKey('process', searchAttributes.process),
  numbers: defineSearchAttributeKey('numbers', searchAttributes.numbers),
  due: defineSearchAttributeKey('due', searchAttributes.due),
  changedAt: defineSearchAttributeKey('changedAt', searchAttributes.changedAt),
  needsAttention: defineSearchAttributeKey('needsAttention', searchAttributes.needsAttention),
};
