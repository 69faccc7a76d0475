/** Something wrong in the configuration file, in words for the person who wrote it. */
export interface ConfigurationFault {
  /** The file as it was named. */
  readonly file: string;
  /** The line it is about; null where the file as a whole is meant. */
  readonly line: number | null;
  /** The key, as in `connections.nordlys.orders.every`; empty where the file as a whole is meant. */
  readonly path: string;
  /** What is wrong and what to write instead. Never holds a secret. */
  readonly message: string;
  /** All of it as one line: `crossdock.yaml:12 connections.nordlys.orders.every: …`. */
  readonly text: string;
}

/** Something that the file asks for and that this version leaves undone. */
export interface Notice {
  readonly path: string;
  readonly line: number | null;
  readonly message: string;
}

/** A fault, its line of text included. */
export function faultOf(fault: Omit<ConfigurationFault, 'text'>): ConfigurationFault {
  const { file, line, path, message } = fault;
  const place = line === null ? file : `${file}:${line}`;
  const text = path === '' ? `${place}: ${message}` : `${place} ${path}: ${message}`;
  return { file, line, path, message, text };
}
