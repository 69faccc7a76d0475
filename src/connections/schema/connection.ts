import { section } from '../../systems/kit/settings/list.ts';
import { text } from '../../systems/kit/settings/text.ts';
import type { SourceAdapter, WarehouseAdapter } from '../../systems/ports/adapter.ts';

/** `name` of a connection. */
export const connectionName = text('What people call the connection. Without it, its id.', {
  example: 'Nordlys AS',
}).optional();

/** A connection's keys, by the systems at its ends. */
export const connectionSchema = (source: SourceAdapter, warehouse: WarehouseAdapter) =>
  section(
    `A connection with ${source.name}.`,
    // Both accounts come first, then the processes.
    Object.assign(
      {
        name: connectionName,
        source: source.shape.source,
        warehouse: warehouse.shape.warehouse,
      },
      source.shape,
      warehouse.shape,
    ),
  );
export type ConnectionSchema = ReturnType<typeof connectionSchema>;

/** Makes each schema once, however many connections have it. */
export function connectionSchemas(): typeof connectionSchema {
  const made = new Map<SourceAdapter, Map<WarehouseAdapter, ConnectionSchema>>();
  return (source, warehouse) => {
    const ofSource = made.get(source) ?? new Map<WarehouseAdapter, ConnectionSchema>();
    made.set(source, ofSource);
    const schema = ofSource.get(warehouse) ?? connectionSchema(source, warehouse);
    ofSource.set(warehouse, schema);
    return schema;
  };
}
