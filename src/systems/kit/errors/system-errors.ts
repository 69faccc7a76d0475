import type { AttentionKind } from '../../../domain/attention.ts';
import type { MappingProblem } from '../../../domain/mapping-problem.ts';
import { SystemFailure } from '../../../domain/system-failure.ts';
import { asSentence } from '../words/vendor-words.ts';
import type { Asked } from './asked.ts';
import { AnswerTooLarge, loginRejected, Refusal } from './failures.ts';
import { networkFault } from './network-faults.ts';
import { ruleFor, type StatusRules } from './status-rules.ts';

/** A system's own facts of failure. */
export interface SystemFacts {
  /** The system as people call it. */
  readonly name: string;
  /** The setting that holds its address: `source.url`. */
  readonly addressKey: string;
  readonly statusRules: StatusRules;
  /** The sentence names the operation that failed. */
  readonly namesOperations: boolean;
  /** How a refusal is put where it isn't put as usual: what the system does, and what a person can do. */
  readonly refusal?: {
    readonly what: (operation: string) => string;
    readonly todo: string;
  };
}

/** Who answered, as far as the body shows it, and what it says, fit for an operator. */
export interface Said {
  readonly by: 'the API' | 'another server' | 'nobody knows';
  readonly words?: string;
}

/** What of an answer that isn't in order counts. */
export interface FailedStatus {
  readonly status: number;
  /** The vendor's own delay, in milliseconds. */
  readonly afterMs: number | undefined;
}

type Retry = Omit<Extract<SystemFailure['decision'], { kind: 'retry' }>, 'kind'>;

/**
 * What follows from a call that failed, for one system: each failure with its decision and its
 * sentence. The one place where failures of HTTP and of the network are made.
 */
export class SystemErrors {
  readonly #facts: SystemFacts;

  constructor(facts: SystemFacts) {
    this.#facts = facts;
  }

  /** The system as people call it. */
  get system(): string {
    return this.#facts.name;
  }

  /** An answer with a status that isn't in order. */
  ofStatus({ status, afterMs }: FailedStatus, said: Said, asked: Asked): SystemFailure {
    const { name, statusRules } = this.#facts;
    const rule = ruleFor(status, statusRules);
    switch (rule.means) {
      case 'login rejected':
        return loginRejected(name, `${rule.words} (HTTP ${status})`, rule.todo ?? '');
      case 'wrong address':
        return this.#wrongAddress(rule.words, status);
      case 'refusal': {
        if (rule.elsewhere !== undefined && said.by === 'another server') {
          return this.#wrongAddress(rule.elsewhere, status);
        }
        return this.refused(said.words ?? `HTTP ${status}, without a reason`, asked, { status });
      }
      case 'retry': {
        const named = rule.ofOperation === true ? this.#named('at', asked) : '';
        const words =
          rule.ofOperation !== true || said.by !== 'the API' || said.words === undefined
            ? ''
            : `: “${said.words}”`;
        const how: { -readonly [Member in keyof Retry]: Retry[Member] } = {
          answerLost: asked.writes && rule.maybeDone === true,
        };
        const [least, most] = rule.afterMs ?? [];
        if (afterMs !== undefined) how.afterMs = afterMs;
        else if (least !== undefined && most !== undefined) {
          how.afterMs = least + Math.random() * (most - least);
        }
        if (rule.unreachable !== undefined) {
          how.unreachable = rule.unreachable === 'always' || said.by !== 'the API';
        }
        return this.retry(`${rule.words}${named} (HTTP ${status})${words}`, how);
      }
    }
  }

  /** A request that ended without an answer. @param error what the HTTP client threw */
  ofNetwork(error: unknown, asked: Asked): SystemFailure {
    const { words, sent, addressInDoubt } = networkFault(error);
    const what = sent
      ? `didn’t answer${this.#named('', asked)}: ${words}`
      : `can’t be reached: ${words}${addressInDoubt ? `; check ${this.#facts.addressKey}` : ''}`;
    return this.retry(what, { unreachable: true, answerLost: asked.writes && sent }, error);
  }

  /** The answer isn't what the contract says. The parser's error stays out: it may quote the answer. */
  ofContract(what: string, asked: Asked): SystemFailure {
    return this.retry(`answered${this.#named('', asked)} ${what}`, { answerLost: asked.writes });
  }

  /** The answer is larger than was allowed. */
  tooLarge(limitBytes: number, asked: Asked): AnswerTooLarge {
    const { message, decision } = this.ofContract(
      `with more than ${Math.round(limitBytes / 1_000_000)} MB`,
      asked,
    );
    return new AnswerTooLarge(this.#facts.name, message, decision);
  }

  /** The vendor understood the request and refused it. */
  refused(
    words: string,
    { operation }: Pick<Asked, 'operation'>,
    how: { readonly status?: number; readonly notFound?: boolean } = {},
  ): Refusal {
    const { name, refusal } = this.#facts;
    const what = refusal?.what(operation) ?? `refused ${operation}`;
    const todo = refusal?.todo ?? `Look at the order in ${name}; \`resend\` tries again.`;
    return new Refusal(name, what, words, todo, how);
  }

  /** A write was answered without saying what became of it: read before writing again. */
  unconfirmed(what: string): SystemFailure {
    return this.retry(`didn’t confirm ${what}`, { answerLost: true });
  }

  /** A write was broken off because nobody waits for it any more. */
  brokenOff(): SystemFailure {
    const { name } = this.#facts;
    return new SystemFailure(name, `The call to ${name} was broken off.`, {
      kind: 'retry',
      answerLost: true,
    });
  }

  /** A person must see to it. @param text the whole sentence */
  attention(
    text: string,
    problem: MappingProblem,
    attention: AttentionKind = 'bad input',
  ): SystemFailure {
    const decision = { kind: 'attention', attention, faults: [problem] } as const;
    return new SystemFailure(this.#facts.name, text, decision);
  }

  /** Something that passes. @param what the system does, after its name */
  retry(what: string, how: Retry = {}, cause?: unknown): SystemFailure {
    const { name } = this.#facts;
    const text = asSentence(`${name} ${what}`);
    return new SystemFailure(name, text, { kind: 'retry', ...how }, { cause });
  }

  #wrongAddress(words: string, status: number): SystemFailure {
    const { addressKey } = this.#facts;
    return this.retry(`${words} (HTTP ${status}); check ${addressKey}`, { unreachable: true });
  }

  #named(before: string, { operation }: Asked): string {
    return this.#facts.namesOperations ? `${before === '' ? '' : ` ${before}`} ${operation}` : '';
  }
}
