import { setImmediate as nextTurn } from 'node:timers/promises';

import { type Client, HttpClient } from 'soap';

/** Answers up to this many characters are parsed at once: it takes some tens of milliseconds. */
const largest = 256 * 1024;
const pieceLength = 64 * 1024;

type Description = Pick<Client['wsdl'], 'xmlToObject'>;

/** What large answers hold, by the response that they came with. */
const envelopes = new WeakMap<object, unknown>();

/** The envelope of an answer that was too large to be parsed at once; undefined for any other. */
export const envelopeOf = (response: unknown): unknown =>
  typeof response === 'object' && response !== null ? envelopes.get(response) : undefined;

/** In place of a body that is parsed already: the library parses what it gets once more. */
const parsedAlready =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body></s:Body></s:Envelope>';

/**
 * Parses in pieces, so that an answer of several megabytes (the ids of 100,000 products) doesn't hold
 * up everything else in the process. The library's own way of streaming does without the response.
 */
export class PatientHttpClient extends HttpClient {
  #description: Description | undefined;

  /** Says which description the answers follow; until then they are parsed at once. */
  answersFollow(description: Description): void {
    this.#description = description;
  }

  /**
   * The library looks for the envelope with an expression whose time grows with the square of the
   * answer's length where there is no end of it: six seconds for 400 kB that were cut off.
   */
  override handleResponse(...[, , body]: Parameters<HttpClient['handleResponse']>): unknown {
    const text: unknown = body;
    return typeof text === 'string' ? text.trim() : text;
  }

  override request(...[url, data, callback, headers, options]: Parameters<HttpClient['request']>) {
    const answered = (failure: unknown, response?: unknown, body?: unknown): void => {
      const description = this.#description;
      const asItIs = (): void => void callback(failure, response, body);
      if (
        (failure ?? null) !== null ||
        description === undefined ||
        typeof body !== 'string' ||
        body.length <= largest ||
        typeof response !== 'object' ||
        response === null
      ) {
        asItIs();
        return;
      }
      const inPieces = (envelope: unknown): void => {
        envelopes.set(response, envelope);
        callback(null, response, parsedAlready);
      };
      // A fault, or no XML: for the library to say.
      void parseInPieces(description, body).then(inPieces, asItIs);
    };
    return super.request(url, data, answered, headers, options);
  }
}

/** What the library makes of a document, letting others have their turn in between. */
export async function parseInPieces(description: Description, xml: string): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    const source = {
      pipe(parser: Parser): Parser {
        write(parser, xml).catch(reject);
        return parser;
      },
    };
    description.xmlToObject(source, (error: unknown, envelope: unknown) => {
      if ((error ?? null) === null) resolve(envelope);
      else reject(error);
    });
  });
}

/** What of the library's parser is used: a stream. */
interface Parser {
  readonly write: (piece: string) => unknown;
  readonly end: () => unknown;
}

async function write(parser: Parser, xml: string): Promise<void> {
  for (let at = 0; at < xml.length; at += pieceLength) {
    await nextTurn();
    parser.write(xml.slice(at, at + pieceLength));
  }
  parser.end();
}
