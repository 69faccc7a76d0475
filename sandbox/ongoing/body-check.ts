import { isLosslessNumber } from 'lossless-json';

import type { Member, Shape } from '../../src/systems/ongoing/contract/member.ts';
import { isMoment } from './moment.ts';
import { isJsonObject, type JsonObject } from './vendor-json.ts';

const smallestWhole = -(2 ** 31);
const largestWhole = 2 ** 31 - 1;
const decimalDigits = 28;

/**
 * Everything in which a body differs from its contract, each as a sentence that names the member by
 * its path. Empty for a body that is fine. Values never appear in the sentences.
 */
export function complaintsAbout(body: unknown, shape: Shape): string[] {
  return isJsonObject(body)
    ? [...checkMembers(body, shape, '')]
    : ['The body must be a JSON object.'];
}

function* checkMembers(value: JsonObject, shape: Shape, path: string): Generator<string> {
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(shape, name)) yield `${path}${name} is not a known member.`;
  }
  for (const [name, member] of Object.entries(shape)) {
    yield* checkMember(value[name], member, `${path}${name}`);
  }
}

function* checkMember(value: unknown, member: Member, path: string): Generator<string> {
  if (value === undefined || value === null) {
    if (member.presence === 'required') yield `${path} is required.`;
    else if (value === null && member.presence === 'solid') yield `${path} can't be null.`;
    return;
  }
  switch (member.type) {
    case 'text':
      if (typeof value !== 'string') yield `${path} must be a string.`;
      else if (value === '' && member.presence === 'required') yield `${path} can't be empty.`;
      else if (member.max !== undefined && value.length > member.max)
        yield `${path} is longer than ${member.max} characters.`;
      return;
    case 'integer':
      if (!isWhole(value)) yield `${path} must be a 32-bit integer.`;
      return;
    case 'decimal':
      if (!isDecimal(value)) yield `${path} must be a decimal number.`;
      return;
    case 'boolean':
      if (typeof value !== 'boolean') yield `${path} must be true or false.`;
      return;
    case 'date':
      if (typeof value !== 'string' || !isMoment(value))
        yield `${path} must be a date, or a time with an offset.`;
      return;
    case 'choice':
      if (typeof value !== 'string' || !member.values.includes(value))
        yield `${path} must be one of ${member.values.join(', ')}.`;
      return;
    case 'object':
      if (isJsonObject(value)) yield* checkMembers(value, member.members, `${path}.`);
      else yield `${path} must be an object.`;
      return;
    case 'list':
      if (!Array.isArray(value)) {
        yield `${path} must be a list.`;
        return;
      }
      for (const [index, item] of value.entries()) {
        if (isJsonObject(item)) yield* checkMembers(item, member.members, `${path}[${index}].`);
        else yield `${path}[${index}] must be an object.`;
      }
      return;
  }
}

function isWhole(value: unknown): boolean {
  if (!isLosslessNumber(value) || !/^-?\d{1,10}$/.test(value.value)) return false;
  const number = Number(value.value);
  return number >= smallestWhole && number <= largestWhole;
}

/** Scientific notation is refused: whoever sends it has let a binary float near a quantity. */
function isDecimal(value: unknown): boolean {
  if (!isLosslessNumber(value) || !/^-?\d+(\.\d+)?$/.test(value.value)) return false;
  return value.value.replace(/[-.]/g, '').replace(/^0+/, '').length <= decimalDigits;
}
