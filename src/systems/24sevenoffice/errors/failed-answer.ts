import { z } from 'zod';

/** What is known about a call that went wrong, whatever the SOAP library rejected with. */
export interface FailedAnswer {
  /** The fault's text, where the answer held a SOAP fault. */
  readonly fault?: { readonly code: string; readonly text: string };
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  readonly retryAfter?: string;
  /** The network's or the HTTP client's code, where there was none: `ECONNREFUSED`. */
  readonly code?: string;
  readonly message?: string;
}

const faultText = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && '$value' in value ? value.$value : value,
  z.string(),
);

const rejection = z.looseObject({
  message: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  response: z
    .looseObject({
      status: z.number(),
      headers: z.looseObject({ 'retry-after': z.string().optional().catch(undefined) }),
    })
    .optional()
    .catch(undefined),
  root: z
    .looseObject({
      Envelope: z.looseObject({
        Body: z.looseObject({
          Fault: z.union([
            z.looseObject({ faultcode: faultText.optional(), faultstring: faultText }),
            z
              .looseObject({
                Code: z.looseObject({ Value: faultText }).optional(),
                Reason: z.looseObject({ Text: faultText }),
              })
              .transform(({ Code, Reason }) => ({
                faultcode: Code?.Value,
                faultstring: Reason.Text,
              })),
          ]),
        }),
      }),
    })
    .optional()
    .catch(undefined),
});

/**
 * Reads what the SOAP library rejected with: an Error with the parsed fault (`root`), an Error of the
 * HTTP client, or, for an answer that isn't XML, a plain object that is no Error at all.
 */
export function failedAnswer(error: unknown): FailedAnswer {
  const { data } = rejection.safeParse(error);
  if (data === undefined) return {};
  const fault = data.root?.Envelope.Body.Fault;
  return {
    ...(fault === undefined
      ? {}
      : { fault: { code: fault.faultcode ?? '', text: fault.faultstring } }),
    ...(data.response === undefined ? {} : { status: data.response.status }),
    ...(data.response?.headers['retry-after'] === undefined
      ? {}
      : { retryAfter: data.response.headers['retry-after'] }),
    ...(data.code === undefined ? {} : { code: data.code }),
    ...(data.message === undefined ? {} : { message: data.message }),
  };
}
