/** Where a request goes. */
export interface Route<Operation extends string> {
  /** Undefined where the path or the method isn't simulated. */
  readonly operation: Operation | undefined;
  /** For the journal: the operation, or the method and the path with `{id}` in it. */
  readonly name: string;
  /** The first id in the path, or nothing. */
  readonly id: string;
}

/** Takes paths below a vendor's root apart by its operations: `GET /orders/{orderId}`. Ids are digits. */
export function routing<Operation extends string>(
  operations: readonly Operation[],
): (method: string, path: string) => Route<Operation> {
  const byShape = new Map(operations.map((each) => [each.replace(/\{\w+\}/g, '{id}'), each]));
  return (method, path) => {
    let id: string | undefined;
    const shape = path.replace(/\/+$/, '').replace(/\/(\d+)(?=\/|$)/g, (_whole, digits: string) => {
      id ??= digits;
      return '/{id}';
    });
    const operation = byShape.get(`${method} ${shape}`);
    return { operation, name: operation ?? `${method} ${shape}`, id: id ?? '' };
  };
}
