import type { End } from '../domain/incident.ts';
import { SystemFailure } from '../domain/system-failure.ts';

/** A system as one end of a connection: its failures say which one it was. */
export function atEnd<System extends object>(end: End, system: System): System {
  return new Proxy(system, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, given);
        return answer instanceof Promise ? saying(end, answer) : answer;
      };
    },
  });
}

async function saying(end: End, answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof SystemFailure) error.end = end;
    throw error;
  }
}
