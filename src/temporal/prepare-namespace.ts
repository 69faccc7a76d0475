import { setTimeout as sleep } from 'node:timers/promises';

import { isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';

import { searchAttributes } from '../domain/names.ts';
import type { TemporalAccess } from './temporal-access.ts';

/** gRPC's codes for what is handled here. */
const invalidArgument = 3;
const notFound = 5;
const alreadyExists = 6;

/** How long ended orders stay visible: protects against starting one of them anew. */
export const retentionDays = 30;
const secondsPerDay = 86_400;

/** A server hears of a new namespace, and of its search attributes, within seconds. */
const heardWithinMs = 30_000;
const askAgainMs = 250;

/** A question that a server refuses until it has heard of every search attribute. */
const asksForAll = Object.keys(searchAttributes)
  .map((name) => `${name} IS NULL`)
  .join(' AND ');

/** What was done, in words; empty where everything stood already. */
export async function prepareNamespace(access: TemporalAccess): Promise<string[]> {
  const made = await ensureNamespace(access);
  const added = await onceHeard(async () => await ensureSearchAttributes(access));
  if (made.length + added.length > 0) {
    await onceHeard(async () => await access.client.workflow.count(asksForAll));
  }
  return [...made, ...added];
}

/** Tries again while the server doesn't know yet what it was told a moment ago. */
async function onceHeard<Result>(ask: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + heardWithinMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const code = codeOf(error);
      const isUnheard = code === notFound || code === invalidArgument;
      if (!isUnheard || Date.now() > deadline) throw error;
      await sleep(askAgainMs);
    }
  }
}

/** The gRPC code of an error, or of what the client wrapped. */
function codeOf(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : undefined;
}

async function ensureNamespace({ client, namespace }: TemporalAccess): Promise<string[]> {
  const wanted = retentionDays * secondsPerDay;
  const service = client.workflowService;
  try {
    const { config } = await service.describeNamespace({ namespace });
    const held = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
    if (held >= wanted) return [];
    await service.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: { seconds: wanted as never } },
    });
    return [`namespace ${namespace}: ended orders are kept ${retentionDays} days`];
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== notFound) throw error;
    await service.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: wanted as never },
    });
    return [`namespace ${namespace}: created, ended orders are kept ${retentionDays} days`];
  }
}

async function ensureSearchAttributes({ client, namespace }: TemporalAccess): Promise<string[]> {
  const { operatorService } = client.connection;
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(searchAttributes).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return [];
  const types = proto.temporal.api.enums.v1.IndexedValueType;
  try {
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(
        missing.map(([name, type]) => [name, types[`INDEXED_VALUE_TYPE_${type}`]]),
      ),
    });
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== alreadyExists) throw error;
  }
  return [`search attributes added: ${missing.map(([name]) => name).join(', ')}`];
}
