import type { Stage } from '../../../src/domain/stage.ts';
import type { Next } from '../next-step.ts';
import type { OrderState } from '../state/order-state.ts';
import { clockTime, linesInWords, type OrderNames } from './order-words.ts';

/** The last line of tall content is hidden in the Web UI unless something follows it. */
const filler = '\n\n\u00a0';

/** What an operator reads at the top of the order's page: markdown, without personal data. */
export function orderDetails(state: OrderState, names: OrderNames, next: Next): string {
  const at = (instant: string) => clockTime(instant, names.timeZone);
  const parts = [headline(state, names, at)];
  if (state.waiting !== undefined) {
    parts.push(
      `**Waiting for ${state.waiting.system} since ${at(state.waiting.since)}.** ${state.waiting.text} Nothing is lost; the order goes on by itself.`,
    );
  }
  for (const attention of state.attention) {
    parts.push(
      `**Needs attention since ${at(attention.since)}: ${attention.kind}.** ${attention.text}\n\n${attention.todo}`,
    );
  }
  const expected = whatIsNext(state, names);
  if (expected !== '') parts.push(`Next: ${expected}`);
  if (next.kind === 'rest' && next.until !== undefined) {
    parts.push(`Next try: ${at(next.until)}, or at once with \`resend\`.`);
  }
  parts.push(
    [
      '| When | What happened |',
      '|---|---|',
      ...state.story.map((entry) => `| ${at(entry.at)} | ${cell(entry.text)} |`),
    ].join('\n'),
  );
  return parts.join('\n\n') + filler;
}

function headline(state: OrderState, names: OrderNames, at: (instant: string) => string): string {
  const title = `**Order ${names.number}: ${stageInWords(state.stage, names)}.**`;
  if (state.ended !== undefined) return `${title} ${at(state.ended.at)}: ${state.ended.text}`;
  const facts: string[] = [];
  if (state.warehouseOrderId !== undefined) {
    facts.push(`${names.warehouse} order ${state.warehouseOrderId}`);
  }
  if (state.warehouse !== undefined) {
    const { statusNumber, statusText } = state.warehouse;
    facts.push(`status ${statusNumber}${statusText === '' ? '' : ` (${statusText})`}`);
  }
  const order = state.newest?.order;
  if (order !== undefined) {
    facts.push(linesInWords(order.lines.length));
    const way = order.wayOfDelivery?.text ?? order.wayOfDelivery?.name;
    if (way !== undefined) facts.push(`way of delivery “${way}”`);
    facts.push(
      order.deliveryDateIsDefault ? 'no delivery date' : `delivery date ${order.deliveryDate}`,
    );
  }
  return facts.length === 0 ? title : `${title} ${facts.join(', ')}.`;
}

function stageInWords(stage: Stage, names: OrderNames): string {
  return stage === 'importing' ? `taken from ${names.source}` : stage;
}

function whatIsNext(state: OrderState, names: OrderNames): string {
  if (state.ended !== undefined) return '';
  if (state.wants.cancel !== undefined)
    return `cancelled at ${names.warehouse}, if work hasn’t begun.`;
  switch (state.stage) {
    case 'importing':
      return state.attention.length > 0 ? '' : `sent to ${names.warehouse}.`;
    case 'in warehouse':
      return `reported to ${names.source} when it ships.`;
    case 'shipped':
      return state.wants.report === 'not by itself' ? '' : `reported to ${names.source}.`;
    default:
      return '';
  }
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
