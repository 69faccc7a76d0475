import { isLosslessNumber } from 'lossless-json';

import type { Member, Shape } from '../../src/systems/ongoing/contract/member.ts';
import { isMoment } from './moment.ts';
import { isJsonObject } from './vendor-json.ts';

const smallestWhole = -(2 ** 31);
const largestWhole = 2 ** 31 - 1;
const decimalDigits = 28;

/**
 * Everything in which a body differs from its contract, each as a sentence that names the member by
 * its path. Empty for a body that is fine. Values never appear in the sentences.
 */
export function complaintsAbout(body: unknown, shape: Shape): string[] {
  const complaints: string[] = [];
  if (isJsonObject(body)) checkMembers(body, shape, '', complaints);
  else complaints.push('The body must be a JSON object.');
  return complaints;
}

function checkMembers(
  value: Readonly<Record<string, unknown>>,
  shape: Shape,
  path: string,
  complaints: string[],
): void {
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(shape, name)) complaints.push(`${path}${name} is not a known member.`);
  }
  for (const [name, field] of Object.entries(shape)) {
    checkField(value[name], field, `${path}${name}`, complaints);
  }
}

function checkField(value: unknown, field: Member, path: string, complaints: string[]): void {
  if (value === undefined || value === null) {
    if (field.presence === 'required') complaints.push(`${path} is required.`);
    else if (value === null && field.presence === 'solid')
      complaints.push(`${path} can't be null.`);
    return;
  }
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') complaints.push(`${path} must be a string.`);
      else if (value === '' && field.presence === 'required')
        complaints.push(`${path} can't be empty.`);
      else if (field.max !== undefined && value.length > field.max)
        complaints.push(`${path} is longer than ${field.max} characters.`);
      return;
    case 'integer':
      if (!isWhole(value)) complaints.push(`${path} must be a 32-bit integer.`);
      return;
    case 'decimal':
      if (!isDecimal(value)) complaints.push(`${path} must be a decimal number.`);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') complaints.push(`${path} must be true or false.`);
      return;
    case 'date':
      if (typeof value !== 'string' || !isMoment(value))
        complaints.push(`${path} must be a date, or a time with an offset.`);
      return;
    case 'choice':
      if (typeof value !== 'string' || !field.values.includes(value))
        complaints.push(`${path} must be one of ${field.values.join(', ')}.`);
      return;
    case 'object':
      if (isJsonObject(value)) checkMembers(value, field.members, `${path}.`, complaints);
      else complaints.push(`${path} must be an object.`);
      return;
    case 'list':
      if (!Array.isArray(value)) {
        complaints.push(`${path} must be a list.`);
        return;
      }
      for (const [index, item] of value.entries()) {
        if (isJsonObject(item)) checkMembers(item, field.members, `${path}[${index}].`, complaints);
        else complaints.push(`${path}[${index}] must be an object.`);
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
