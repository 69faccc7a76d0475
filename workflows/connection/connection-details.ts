import { clockTime } from '../order/words/order-words.ts';
import type { ConnectionState } from './connection-state.ts';

/** What an operator reads on a connection's page: markdown. */
export function connectionDetails(state: ConnectionState): string {
  const { configured, incidents, failing, waitingOrders } = state;
  const at = (instant: string) => clockTime(instant, configured.timeZone);
  const parts = [`**${configured.name}**: ${configured.source} ↔ ${configured.warehouse}.`];
  const open = Object.values(incidents);
  for (const incident of open) {
    const waiting = waitingOrders === 1 ? '1 order waits' : `${waitingOrders} orders wait`;
    parts.push(
      `**${incident.system}, ${incident.kind} since ${at(incident.since)}.** ${incident.text} ${waiting}; nothing is lost. ${incident.todo} Asked again at ${at(incident.nextProbeAt)}.`,
    );
  }
  for (const [process, failure] of Object.entries(failing)) {
    parts.push(
      `**The process “${process}” has failed ${failure.times === 1 ? 'once' : `${failure.times} times in a row`} since ${at(failure.since)}.** ${failure.text}`,
    );
  }
  if (open.length === 0 && Object.keys(failing).length === 0) parts.push('All is well.');
  parts.push(
    [
      '| Process | |',
      '|---|---|',
      ...Object.entries(configured.processes).map(
        ([process, { enabled, everyMs }]) =>
          `| ${process} | ${enabled ? `every ${everyInWords(everyMs)}` : 'switched off'} |`,
      ),
    ].join('\n'),
  );
  return `${parts.join('\n\n')}\n\n\u00a0`;
}

function everyInWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`;
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`;
  if (seconds % 60 === 0) return `${seconds / 60} min`;
  return `${seconds} s`;
}
