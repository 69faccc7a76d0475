import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { ControlRoom } from './control-room.ts';
import type { Faults, OperationPattern } from './faults.ts';
import type { Journal } from './journal.ts';
import { page } from './page.ts';

/** What the control interface shows and changes. */
export interface Control {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly room: ControlRoom | undefined;
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

const share = z.number().min(0).max(1);
/** Whether there is such an operation is for the vendor to say. */
const operation = z.custom<OperationPattern>((value) => typeof value === 'string').optional();
const faultWish = z.strictObject({
  vendor: z.string(),
  operation,
  kind: z.string(),
  times: z.int().positive().optional(),
  rate: share.optional(),
  seed: z.int().optional(),
  when: z.enum(['before', 'after']).optional(),
  ms: z.int().nonnegative().optional(),
});

/** Text members only, as a form sends them; numbers are taken for the text that they are. */
const actInput = z
  .record(z.string(), z.union([z.string(), z.number().transform(String)]))
  .transform(({ order = '', ...input }) => ({ order, input }));

const requestFilter = z.object({
  vendor: z.string().optional(),
  operation,
  last: z.coerce.number().default(200),
});
const auditOptions = z.object({ settled: z.string().optional() });

/** What isn't a vendor's: the page at `/`, and `/sandbox/…` in JSON. */
export function controlRoutes(app: FastifyInstance, control: Control): void {
  const { journal, faults, room, changed, log } = control;
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    done(request.method === 'GET' ? undefined : foreignOrigin(request));
  });
  app.setErrorHandler((error, _request, reply) => {
    const { status, words } = told(error);
    if (status === 500) log(`The sandbox failed: ${words}`);
    return reply.code(status).send({ error: words });
  });
  app.setNotFoundHandler(({ method, url }) => {
    throw new Unwilling(404, `The sandbox doesn't know ${method} ${url}.`);
  });

  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page(control)));
  app.get('/sandbox/requests', ({ query }) => {
    const { last, ...filter } = requestFilter.parse(query);
    return journal.requests(filter).slice(-last);
  });
  app.get('/sandbox/counts', () => ({
    counts: journal.counts(),
    mostAtOnce: journal.mostAtOnce(),
  }));
  app.get('/sandbox/faults', () => faults.list());
  app.post('/sandbox/faults', (request) => ({ id: faults.add(faultWish.parse(sent(request))) }));
  app.delete('/sandbox/faults', () => {
    faults.clear();
    return {};
  });
  app.delete<{ Params: { id: string } }>('/sandbox/faults/:id', ({ params }) => ({
    removed: faults.remove(params.id),
  }));
  app.get('/sandbox/orders', () => present(room).overview());
  app.get('/sandbox/audit', ({ query }) => ({
    problems: present(room).audit(auditOptions.parse(query).settled === 'true'),
  }));
  app.post<{ Params: { '*': string } }>('/sandbox/people/*', (request, reply) => {
    const { acts } = present(room);
    const { order, input } = actInput.parse(sent(request));
    const name = request.params['*'];
    const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
    if (act === undefined)
      throw new Unwilling(404, `Nobody does ${name}; known: ${Object.keys(acts).join(', ')}.`);
    const done = act(order, input);
    changed();
    return isForm(request) ? reply.redirect('/', 303) : { done };
  });
}

/** A request that can't be carried out, with the status and the words that say so. */
class Unwilling extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, words: string) {
    super(words);
    this.statusCode = statusCode;
  }
}

/** A `RangeError` says in words what can't be done. */
function told(error: unknown): { readonly status: number; readonly words: string } {
  if (error instanceof z.ZodError) return { status: 400, words: z.prettifyError(error) };
  if (error instanceof SyntaxError) return { status: 400, words: 'The body is not JSON.' };
  if (!(error instanceof Error)) return { status: 500, words: String(error) };
  const { message: words } = error;
  if (error instanceof RangeError) return { status: 400, words };
  const known = 'statusCode' in error && typeof error.statusCode === 'number';
  return { status: known ? Number(error.statusCode) : 500, words };
}

function present(room: ControlRoom | undefined): ControlRoom {
  if (room === undefined) throw new Unwilling(404, 'This sandbox has no control room.');
  return room;
}

const isForm = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;

function sent(request: FastifyRequest): unknown {
  const body = typeof request.body === 'string' ? request.body : '';
  if (isForm(request)) return Object.fromEntries(new URLSearchParams(body));
  return JSON.parse(body === '' ? '{}' : body);
}

/** A page of another site that is open in the same browser must not play people here. */
function foreignOrigin({ headers: { origin, host } }: FastifyRequest): Error | undefined {
  const ours = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  return ours ? undefined : new Unwilling(403, 'Only pages of the sandbox itself may do this.');
}
