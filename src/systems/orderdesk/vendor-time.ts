import { DateTime } from 'luxon';

import type { Instant } from '../../domain/order.ts';
import { readInstant } from '../kit/vendor-time.ts';

const format = 'yyyy-MM-dd HH:mm:ss';

/** A time of the API, which is in UTC and says no zone, as an instant; undefined where it isn't one. */
export const instantFrom = (text: string | undefined): Instant | undefined =>
  text === undefined ? undefined : readInstant(text, format);

/** An instant as the API writes it. */
export const vendorTime = (instant: Instant): string =>
  DateTime.fromISO(instant, { zone: 'utc' }).toFormat(format);
