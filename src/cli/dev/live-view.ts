import { createLogUpdate } from 'log-update';
import pc from 'picocolors';

import type { Happening } from '../../../activities/activity-dependencies.ts';
import { orderWorkflowId } from '../../domain/names.ts';
import { stages } from '../../domain/stage.ts';
import type { TemporalAccess } from '../../temporal/temporal-access.ts';
import { AttentionWatch } from './attention-watch.ts';
import { countOrders, type OrderCounts } from './order-counts.ts';

export interface LiveViewOptions {
  readonly access: TemporalAccess;
  readonly connections: readonly { readonly id: string; readonly name: string }[];
  readonly webUi: string | undefined;
  readonly webhooksUrl: string;
  readonly sandboxUrl: string | undefined;
  readonly stateFolder: string;
}

/** What `dev` shows until it ends. */
export interface LiveView {
  readonly happened: (happening: Happening) => void;
  readonly ending: () => void;
  readonly stop: () => void;
}

const refreshMs = 1_000;
const shownHappenings = 12;

/** On a terminal a picture that is redrawn; elsewhere one line for each change. */
export function startLiveView(options: LiveViewOptions): LiveView {
  return process.stdout.isTTY ? picture(options) : lines(options);
}

function picture(options: LiveViewOptions): LiveView {
  const update = createLogUpdate(process.stdout);
  const latest: string[] = [];
  let counts: OrderCounts | undefined;
  let exampleOrder: string | undefined;
  let end = 'Ctrl-C ends it; a second start goes on where this one ended.';
  const draw = () => {
    update(
      [
        pc.bold(`Crossdock: ${options.connections.map(({ name }) => name).join(', ')}`),
        '',
        ...addresses(options, exampleOrder),
        '',
        counts === undefined ? 'Counting …' : countsInWords(counts),
        '',
        ...(latest.length === 0 ? ['Nothing has happened yet.'] : latest),
        '',
        pc.dim(end),
      ].join('\n'),
    );
  };
  const happened = (happening: Happening) => {
    exampleOrder ??= orderAddress(options, happening);
    latest.push(`${pc.dim(clock())}  ${inWords(happening)}`);
    if (latest.length > shownHappenings) latest.shift();
    draw();
  };
  const count = (now: OrderCounts) => {
    counts = now;
    draw();
  };
  const stopCounting = keepCounting(options, count, happened);
  draw();
  return {
    happened,
    ending: () => {
      end = 'Ending …';
      draw();
    },
    stop: () => {
      stopCounting();
      update.done();
    },
  };
}

function lines(options: LiveViewOptions): LiveView {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  for (const line of addresses(options, undefined)) say(line);
  let shown = '';
  let exampleShown = false;
  const count = (counts: OrderCounts) => {
    const text = countsInWords(counts);
    if (text !== shown) say(`${clock()}  ${text}`);
    shown = text;
  };
  const happened = (happening: Happening) => {
    say(`${clock()}  ${inWords(happening)}`);
    if (exampleShown) return;
    const address = orderAddress(options, happening);
    if (address === undefined) return;
    exampleShown = true;
    say(`An order in the Web UI: ${address}`);
  };
  const stopCounting = keepCounting(options, count, happened);
  return {
    happened,
    ending: () => say('Ending …'),
    stop: stopCounting,
  };
}

function keepCounting(
  options: LiveViewOptions,
  show: (counts: OrderCounts) => void,
  happened: (happening: Happening) => void,
): () => void {
  const attention = new AttentionWatch();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const again = async () => {
    try {
      const { client } = options.access;
      for (const happening of await attention.look(client)) happened(happening);
      const counts = await countOrders(client);
      if (!stopped) show(counts);
    } catch {
      // The server is busy or being ended: the next look tells.
    }
    if (!stopped) timer = setTimeout(() => void again(), refreshMs);
  };
  void again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

function addresses(options: LiveViewOptions, exampleOrder: string | undefined): string[] {
  const { webUi, access, webhooksUrl, sandboxUrl, stateFolder } = options;
  return [
    `Web UI     ${webUi === undefined ? `of the server at ${access.address}` : `${webUi}/namespaces/${access.namespace}/workflows`}`,
    ...(exampleOrder === undefined ? [] : [`An order   ${exampleOrder}`]),
    ...(sandboxUrl === undefined
      ? []
      : [`Sandbox    ${sandboxUrl}/ (24SevenOffice, Order Desk and Ongoing WMS, simulated)`]),
    `Webhooks   ${webhooksUrl}/`,
    `State      ${stateFolder}/`,
  ];
}

function orderAddress(options: LiveViewOptions, happening: Happening): string | undefined {
  if (options.webUi === undefined || happening.order === undefined) return undefined;
  const id = orderWorkflowId(happening.connection, happening.order.id);
  return `${options.webUi}/namespaces/${options.access.namespace}/workflows/${encodeURIComponent(id)}`;
}

function countsInWords(counts: OrderCounts): string {
  const parts = stages.map((stage) => `${stage} ${counts.stages[stage] ?? 0}`);
  const attention = `need attention ${counts.needAttention}`;
  return [...parts, counts.needAttention > 0 ? pc.yellow(attention) : attention].join(' · ');
}

function inWords({ connection, order, text }: Happening): string {
  return order === undefined
    ? `${connection}: ${text}`
    : `${connection} ${pc.bold(order.number)} ${text}`;
}

function clock(): string {
  return new Date().toLocaleTimeString('en-GB', { hour12: false });
}
