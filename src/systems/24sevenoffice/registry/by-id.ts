import { lookUpByKey, type LookUpOptions } from '../../kit/pacing/look-up.ts';
import type { Client } from '../soap/client.ts';
import { unreadable } from '../errors/errors.ts';
import { FaultAnswer } from '../errors/failures.ts';
import type { Operation } from '../contract/services.ts';

/** How long the first caller waits for company. */
const windowMs = 300;
const idShape = /^[1-9]\d{0,9}$/;

/** Whether the text can be an id at all: the contract's ids are positive 32-bit numbers. */
export const isId = (text: string | undefined): text is string =>
  text !== undefined && idShape.test(text) && Number(text) <= 2_147_483_647;

/** The id of an item, which every answer must have: it is asked for. Throws where it doesn't. */
export function requiredId(id: string | undefined, operation: Operation): string {
  if (!isId(id)) throw unreadable({ operation, writes: false });
  return id;
}

/**
 * Joins look-ups by id into one request. Each caller gets its own item, or undefined where the vendor
 * doesn't have it.
 */
export const byId = <Found>(client: Client, maxItems: number, find: LookUpOptions<Found>['find']) =>
  lookUpByKey(client, {
    maxItems,
    windowMs,
    find,
    splits: (failure) => failure instanceof FaultAnswer,
  });
