/** Members by which a history says on whose machine it was made; replaying doesn't read them. */
const neutralMembers: Readonly<Record<string, string>> = {
  identity: 'worker',
  stackTrace: '',
  binaryChecksum: '',
  requestId: '',
};

/** A history as JSON without the machine that it was made on: processes, hosts, paths. */
export function neutral(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(neutral);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const other = typeof member === 'string' ? neutralMembers[key] : undefined;
      if (other !== undefined) return [key, other];
      if (key === 'taskQueue' && isSticky(member)) return [key, { ...member, name: 'sticky' }];
      return [key, neutral(member)];
    }),
  );
}

/** A worker's own queue: its name holds the process and the host. */
function isSticky(queue: unknown): queue is { readonly kind: string } {
  return (
    typeof queue === 'object' &&
    queue !== null &&
    'kind' in queue &&
    queue.kind === 'TASK_QUEUE_KIND_STICKY'
  );
}
