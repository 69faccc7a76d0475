import { type Reply, startStubServer } from '../stub-server.ts';

/** The smallest thing that passes for a PDF. */
export const pdf = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1');

export const redirectsTo = (location: string, status = 302): Reply => ({
  status,
  headers: { location },
  body: 'elsewhere',
});

export const says = (
  status: number,
  body: string | Buffer = '',
  headers: Record<string, string> = {},
): Reply => ({ status, body, headers });

/** A host of packing slips on this machine, with a slip at `/slip.pdf`; `pages` are what it answers, by path. */
export async function startSlipHost() {
  const pages = new Map([['/slip.pdf', says(200, pdf, { 'content-type': 'application/pdf' })]]);
  const server = await startStubServer(({ path }) => pages.get(path) ?? says(404));
  return { ...server, pages };
}

export type SlipHost = Awaited<ReturnType<typeof startSlipHost>>;
