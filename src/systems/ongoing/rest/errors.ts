import { statusRulesWith } from '../../kit/errors/status-rules.ts';
import { type Said, SystemErrors } from '../../kit/errors/system-errors.ts';
import { type Echoes, presentable } from './vendor-words.ts';

/** The warehouse as people call it. */
export const systemName = 'Ongoing WMS';

/** What follows from a call that failed: decided by the kit's rules and these facts. */
export const errors = new SystemErrors({
  name: systemName,
  addressKey: 'warehouse.url',
  namesOperations: false,
  statusRules: statusRulesWith({
    401: {
      todo: 'Correct warehouse.username and warehouse.password in the configuration, then `crossdock apply`.',
    },
    403: {
      words: 'denies the user access',
      todo: 'Correct warehouse.goodsOwnerId, or the user’s rights in the warehouse, then `crossdock apply`.',
    },
  }),
  refusal: { what: () => 'refuses it', todo: 'Correct it at the source.' },
});

/**
 * What an answer says that isn't a 2xx: the vendor's `message`, whose casing varies, or the text itself
 * where it is plain. A JSON 500 ("An error has occurred.") may be the fault of this one request; a page
 * comes from in front of the application.
 */
export function saidBy(text: string, body: unknown, echoes: Echoes): Said {
  if (body === undefined) {
    if (looksLikeHtml(text)) return { by: 'another server' };
    return { by: 'nobody knows', words: presentable(text, echoes) || undefined };
  }
  if (typeof body === 'string') return { by: 'the API', words: presentable(body, echoes) };
  if (body === null || typeof body !== 'object') return { by: 'the API' };
  const members = new Map(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]));
  const message = ['message', 'exceptionmessage', 'title', 'detail']
    .map((key): unknown => members.get(key))
    .find((value): value is string => typeof value === 'string' && value.trim() !== '');
  if (message === undefined) return { by: 'the API' };
  const words = [message, ...fieldWords(members.get('modelstate') ?? members.get('errors'))];
  return { by: 'the API', words: presentable(words.join(' '), echoes) };
}

/** ASP.NET says only beside its message which members it doesn't take, and why. */
function fieldWords(told: unknown): string[] {
  if (told === null || typeof told !== 'object') return [];
  return Object.entries(told).flatMap(([field, why]: [string, unknown]) => {
    const reasons = (Array.isArray(why) ? why : [why]).filter((one) => typeof one === 'string');
    return reasons.length === 0 ? [] : [`${field}: ${reasons.join(' ')}`];
  });
}

function looksLikeHtml(body: string): boolean {
  return /^\s*<(!doctype|html|\?xml|head|body)/i.test(body);
}
