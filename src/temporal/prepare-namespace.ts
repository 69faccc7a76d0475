import { isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';

import { searchAttributes } from '../domain/names.ts';
import type { TemporalAccess } from './temporal-access.ts';

/** gRPC's codes for what is handled here. */
const notFound = 5;
const alreadyExists = 6;

/** How long ended orders stay visible: protects against starting one of them anew. */
export const retentionDays = 30;
const secondsPerDay = 86_400;

/** What was done, in words; empty where everything stood already. */
export async function prepareNamespace(access: TemporalAccess): Promise<string[]> {
  return [...(await ensureNamespace(access)), ...(await ensureSearchAttributes(access))];
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
        missing.map(([name, type]) => [
          name,
          type === 'BOOL' ? types.INDEXED_VALUE_TYPE_BOOL : types.INDEXED_VALUE_TYPE_KEYWORD,
        ]),
      ),
    });
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== alreadyExists) throw error;
  }
  return [`search attributes added: ${missing.map(([name]) => name).join(', ')}`];
}
