import type { Refusal as RefusalType } from './field.ts';
import { field, Refusal } from './field.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The root of a vendor's API, without a trailing slash. Credentials travel to it, so it is `https`;
 * `http` only reaches this machine itself.
 * @param refuse what is wrong with an address that is otherwise sound
 */
export function webAddress(
  description: string,
  example: string,
  refuse: (url: URL) => RefusalType | undefined = () => undefined,
) {
  return field({ description, type: 'address (https)', example }, (raw): string | RefusalType => {
    const trimmed = raw.trim();
    if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) {
      return new Refusal(`is not an address such as ${example}`);
    }
    const url = new URL(trimmed);
    if (url.username !== '' || url.password !== '') {
      return new Refusal('holds a user name or password; write them under their own keys');
    }
    if (url.search !== '' || url.hash !== '') {
      return new Refusal('has something after the path (? or #); leave it out');
    }
    if (url.protocol === 'http:' && !loopback.has(url.hostname)) {
      return new Refusal(
        'would send the credentials unencrypted; write https (http is only for localhost, 127.0.0.1 and ::1)',
      );
    }
    return refuse(url) ?? url.href.replace(/\/+$/, '');
  });
}
