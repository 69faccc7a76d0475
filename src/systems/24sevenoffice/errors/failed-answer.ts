import { z } from 'zod';

/** A SOAP fault as it came. */
export interface SoapFault {
  readonly code: string;
  readonly text: string;
}

/** What is known about a call that went wrong, whatever the SOAP library rejected with. */
export interface FailedAnswer {
  /** Where the answer held one. */
  readonly fault?: SoapFault;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  readonly retryAfter?: string;
  /** The vendor's own clock, where the answer names it. */
  readonly date?: string;
  /** The answer was cut off because of its length. */
  readonly tooLarge: boolean;
}

const faultText = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && '$value' in value ? value.$value : value,
  z.string(),
);

const rejection = z.looseObject({
  message: z.string().optional().catch(undefined),
  response: z
    .looseObject({
      status: z.number(),
      headers: z.looseObject({
        'retry-after': z.string().optional().catch(undefined),
        date: z.string().optional().catch(undefined),
      }),
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
  const fault = data?.root?.Envelope.Body.Fault;
  const headers = data?.response?.headers;
  return {
    fault: fault && { code: fault.faultcode ?? '', text: fault.faultstring },
    status: data?.response?.status,
    retryAfter: headers?.['retry-after'],
    date: headers?.date,
    tooLarge: /maxContentLength/.test(data?.message ?? ''),
  };
}
