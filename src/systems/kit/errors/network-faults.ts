/** What a broken request was, in words, and whether the vendor may have received it. */
export interface NetworkFault {
  readonly words: string;
  readonly sent: boolean;
  /** The configured address may be wrong. */
  readonly addressInDoubt?: true;
}

const neverSent: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  EAI_AGAIN: 'its name couldn’t be looked up',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'the network can’t be reached',
  ENETDOWN: 'the network is down',
  UND_ERR_CONNECT_TIMEOUT: 'no connection within the time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is another host’s',
};

const maybeSent: Readonly<Record<string, string>> = {
  ECONNABORTED: 'the connection was broken off',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  ETIMEDOUT: 'the connection went silent',
  UND_ERR_SOCKET: 'the connection was closed',
  UND_ERR_HEADERS_TIMEOUT: 'no answer within the time',
  UND_ERR_BODY_TIMEOUT: 'no complete answer within the time',
};

/** Reads what `undici` threw. An unknown error counts as sent: looking once too often is harmless. */
export function networkFault(error: unknown): NetworkFault {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { words: 'no complete answer within the time', sent: true };
  }
  const code = codeOf(error);
  const before = neverSent[code];
  if (code === 'ENOTFOUND') {
    return { words: 'its name isn’t known', sent: false, addressInDoubt: true };
  }
  if (before !== undefined) return { words: before, sent: false };
  if (/CERT|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) {
    return { words: 'its certificate isn’t trusted', sent: false };
  }
  if (code.startsWith('ERR_SSL') || code === 'EPROTO') {
    return { words: 'no secure connection could be made', sent: false };
  }
  return { words: maybeSent[code] ?? 'the connection broke', sent: true };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? '' : codeOf(error.cause);
}
