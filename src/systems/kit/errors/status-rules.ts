/** What follows from an answer with a certain HTTP status. */
export interface StatusRule {
  readonly means: 'login rejected' | 'wrong address' | 'refusal' | 'retry';
  /** What the system does, as the rest of a sentence that begins with its name. */
  readonly words: string;
  /** The words name the operation. */
  readonly ofOperation?: boolean;
  /** What a person can do about a rejected login. */
  readonly todo?: string;
  /** A write may have been carried out. */
  readonly maybeDone?: boolean;
  /** Counts towards the system being unreachable: whoever answers, or unless the API itself does. */
  readonly unreachable?: 'always' | 'unless the API answers';
  /** The wait where the vendor names none, in milliseconds: at least, at most. */
  readonly afterMs?: readonly [least: number, most: number];
  /** The words where another server than the API answers: then the address is wrong. */
  readonly elsewhere?: string;
}

/** An exact status goes before its class. */
export type StatusKey = '401' | '403' | '404' | '408' | '429' | '502' | '503' | '504' | StatusClass;
type StatusClass = '3xx' | '4xx' | '5xx';
export type StatusRules = Readonly<Record<StatusKey, StatusRule>>;

const rejected: StatusRule = { means: 'login rejected', words: 'rejects the login' };
const failed: StatusRule = {
  means: 'retry',
  words: 'failed',
  ofOperation: true,
  maybeDone: true,
  unreachable: 'unless the API answers',
};
/** A gateway's: concerns everybody, whatever its page says. */
const gateway: StatusRule = { ...failed, unreachable: 'always' };
const refused: StatusRule = { means: 'refusal', words: 'refused' };

/** From an HTTP status to a decision, for every system; one overrides rows with its own facts. */
const statusRules: StatusRules = {
  '3xx': { means: 'wrong address', words: 'answers with a redirect' },
  '4xx': refused,
  '401': rejected,
  '403': rejected,
  '404': { ...refused, elsewhere: 'has nothing at the configured address' },
  '408': { means: 'retry', words: 'gave up waiting for the request', maybeDone: true },
  '429': { means: 'retry', words: 'asks for fewer calls' },
  '5xx': failed,
  '502': gateway,
  '503': gateway,
  '504': gateway,
};

/** The rules with a vendor's own facts in some of their rows. */
export const statusRulesWith = (
  facts: Readonly<Partial<Record<StatusKey, Partial<StatusRule>>>>,
): StatusRules => {
  const merged: Record<StatusKey, StatusRule> = { ...statusRules };
  for (const key of Object.keys(statusRules) as StatusKey[]) {
    merged[key] = { ...statusRules[key], ...facts[key] };
  }
  return merged;
};

/** The rule for a status that isn't in order. */
export function ruleFor(status: number, rules: StatusRules): StatusRule {
  const exact = new Map<string, StatusRule>(Object.entries(rules)).get(String(status));
  if (exact !== undefined) return exact;
  if (status >= 500) return rules['5xx'];
  return rules[status >= 400 ? '4xx' : '3xx'];
}
