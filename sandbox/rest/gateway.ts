import type { SandboxReply } from '../vendor.ts';

/** What comes from in front of a vendor's application: a page of HTML, which isn't well-formed XML. */
export const htmlPage = (status: number, title: string): SandboxReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><br></body></html>`,
});

export const badGateway = (): SandboxReply => htmlPage(502, '502 Bad Gateway');
export const maintenance = (): SandboxReply => htmlPage(200, 'Maintenance');
export const emptyUnavailable = (): SandboxReply => ({ status: 503, headers: {}, body: '' });
