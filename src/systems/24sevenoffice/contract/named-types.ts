import type { Enumeration, List, Member, OperationContract, Sequence } from './description.ts';

/** A type that has a name of its own in a service's contract. */
export type NamedType = Enumeration | List | Sequence;

/** The named types that members reach, by name. */
export function namedTypes(
  members: readonly Pick<Member, 'type'>[],
): ReadonlyMap<string, NamedType> {
  const found = new Map<string, NamedType>();
  const visit = ({ type }: Pick<Member, 'type'>): void => {
    if (type.kind === 'simple' || found.has(type.name)) return;
    found.set(type.name, type);
    if (type.kind === 'list') visit({ type: type.item });
    if (type.kind === 'sequence') Object.values(type.members).forEach(visit);
  };
  members.forEach(visit);
  return found;
}

/** What the messages of operations hold, requests and answers. */
export const messageMembers = (
  operations: Readonly<Record<string, OperationContract>>,
): readonly Member[] =>
  Object.values(operations).flatMap(({ request, result }) => [...Object.values(request), result]);
