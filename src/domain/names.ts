/**
 * Every name that Temporal stores: workflow types, ids, queues, messages, search attributes.
 * Histories and operators' saved filters rely on them.
 */

/** The task queue that every worker process serves with workflows. */
export const workflowQueue = 'crossdock';

/** The task queue of a connection's activities that call its source. */
export const sourceQueue = (connection: string): string => `${connection}:source`;

/** The task queue of a connection's activities that call its warehouse. */
export const warehouseQueue = (connection: string): string => `${connection}:warehouse`;

/** The task queues of a connection's activities, by the end that they call. */
export const endQueue = { source: sourceQueue, warehouse: warehouseQueue };

/** Those of syncs and webhook events stand in their tables. */
export const workflowTypes = {
  order: 'order',
  connection: 'connection',
} as const;

/** The workflow id of an order: `order:<connection>:<source's internal id>`. */
export const orderWorkflowId = (connection: string, sourceOrderId: string): string =>
  `order:${connection}:${sourceOrderId}`;

/** The workflow id of a connection. */
export const connectionWorkflowId = (connection: string): string => `connection:${connection}`;

/** The workflow id of a source's hint that an order is new or changed. */
export const orderEventId = (connection: string, sourceOrderId: string): string =>
  `${connection}:order-hint:${sourceOrderId}`;

/** The workflow id of the warehouse's hint that an order's status changed. */
export const warehouseEventId = (connection: string, sourceOrderId: string): string =>
  `${connection}:warehouse-hint:${sourceOrderId}`;

/** Sent with every hint, so that one that comes while an earlier one is worked on isn't lost. */
export const webhookEventSignal = 'hint';

/** The id of a sync's Temporal Schedule: `<connection>:<sync>`. */
export const scheduleId = (connection: string, sync: string): string => `${connection}:${sync}`;

/** What an operator sends to an order: a signal and an update of the same name. */
export const operatorMessages = ['resend', 'cancel', 'acknowledge', 'report', 'release'] as const;
export type OperatorMessage = (typeof operatorMessages)[number];

/** What Crossdock itself sends to an order. */
export const orderSignals = {
  snapshot: 'snapshot',
  warehouse: 'warehouse',
  wake: 'wake',
  /** Start a new run when it next rests: the run is old. */
  renew: 'renew',
} as const;

/** What Crossdock itself sends to a connection. */
export const connectionSignals = {
  configured: 'configured',
  incidentOpened: 'incidentOpened',
  incidentClosed: 'incidentClosed',
  processFailed: 'processFailed',
  processRecovered: 'processRecovered',
  probeNow: 'probeNow',
} as const;

/** The value of `stage` of a connection's workflow: whether an incident is open. */
export const connectionStages = { well: 'well', inTrouble: 'in trouble' } as const;

/**
 * Search attributes and their types, as `apply` registers them. None holds personal data. A SQL
 * visibility has room for ten keywords, three lists and three times, and a type can't be changed.
 */
export const searchAttributes = {
  connection: 'KEYWORD',
  source: 'KEYWORD',
  orderNumber: 'KEYWORD',
  warehouseOrder: 'KEYWORD',
  stage: 'KEYWORD',
  /** The newest kind of attention. */
  attention: 'KEYWORD',
  process: 'KEYWORD',
  /** How a life ended where that differs from what the customer should have got. */
  outcome: 'KEYWORD',
  /** Every number that people may know the order by, and both ends' ids; as `searchText` writes them. */
  numbers: 'KEYWORD_LIST',
  /** Waybills and parcel numbers; as `searchText` writes them. */
  tracking: 'KEYWORD_LIST',
  /** What is wrong: `kind|subject`. */
  causes: 'KEYWORD_LIST',
  /** The delivery date. */
  due: 'DATETIME',
  /** Since when it needs attention. */
  attentionSince: 'DATETIME',
  /** When the source last changed it. */
  changedAt: 'DATETIME',
  needsAttention: 'BOOL',
} as const;

/** The value of `attention` while an order waits for its connection and needs nobody. */
export const waitingForConnection = 'waiting for connection';
