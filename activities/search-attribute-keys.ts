import { defineSearchAttributeKey } from '@temporalio/common';

/** The typed keys of the search attributes in `domain/names`. */
export const searchAttributeKeys = {
  connection: defineSearchAttributeKey('connection', 'KEYWORD'),
  source: defineSearchAttributeKey('source', 'KEYWORD'),
  orderNumber: defineSearchAttributeKey('orderNumber', 'KEYWORD'),
  warehouseOrder: defineSearchAttributeKey('warehouseOrder', 'KEYWORD'),
  stage: defineSearchAttributeKey('stage', 'KEYWORD'),
  attention: defineSearchAttributeKey('attention', 'KEYWORD'),
  process: defineSearchAttributeKey('process', 'KEYWORD'),
  needsAttention: defineSearchAttributeKey('needsAttention', 'BOOL'),
};
