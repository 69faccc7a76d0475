import { isIP } from 'node:net';

import { field, Refusal } from './field.ts';

/** The name of a host, or its IP address: nothing before it and nothing after it. */
export function hostName(description: string, example: string) {
  return field({ description, type: 'host name', example }, (raw): string | Refusal => {
    const trimmed = raw.trim().toLowerCase();
    const plain = trimmed.replace(/^\[(.*)\]$/, '$1');
    if (isIP(plain) !== 0) return plain;
    const isName =
      trimmed !== '' &&
      !/[/:@?#*]/.test(trimmed) &&
      URL.canParse(`http://${trimmed}/`) &&
      new URL(`http://${trimmed}/`).hostname === trimmed;
    return isName ? trimmed : new Refusal(`is not a host name such as ${example}`);
  });
}
