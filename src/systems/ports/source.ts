import type { ArticlesRead } from '../../domain/article.ts';
import type { OrderReference } from '../../domain/order.ts';
import type { Shipment } from '../../domain/shipment.ts';
import type { SourceNote } from '../../domain/source-note.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { MarkOutcome, ReportOutcome } from '../../domain/source-outcome.ts';
import type { CallContext } from '../kit/call-context.ts';
import type { FeedPage, FeedPosition } from '../kit/feeds/feed-page.ts';

/**
 * Where orders and articles come from. Every failure is a `SystemFailure` that carries its decision.
 */
export interface Source {
  /** As people call it: `24SevenOffice`. */
  readonly name: string;

  /** Whether a status is written at the source when an order was imported. */
  readonly marksImported: boolean;

  /**
   * One page of orders that changed; what an earlier page or run handed out comes again only when it
   * differs. Orders that can't be mapped come with `faults`; orders that are
   * not wanted come without `order`.
   * @param position where the last page or run ended; undefined at the very first run
   */
  changes(position: FeedPosition | undefined, call: CallContext): Promise<FeedPage<Snapshot>>;

  /** One order as it is now, or undefined where the source no longer has it. Joined with others. */
  read(order: OrderReference, call: CallContext): Promise<Snapshot | undefined>;

  /** Tells the source that the order was imported, where the connection wants that. Harmless twice. */
  markImported(order: OrderReference, call: CallContext): Promise<MarkOutcome>;

  /**
   * Tells the source that the order was shipped. Guarded by a reading, harmless twice.
   * @param seenShippedAt when the lifecycle first saw the order as shipped (an instant)
   */
  reportShipment(
    order: OrderReference,
    shipment: Shipment,
    seenShippedAt: string,
    call: CallContext,
  ): Promise<ReportOutcome>;

  /**
   * Leaves a note with the order, where the source can hold one. Harmless twice: a note whose key is
   * there already isn't written again.
   */
  tell?(order: OrderReference, note: SourceNote, call: CallContext): Promise<void>;

  /** The articles behind product codes, as the warehouse needs them. */
  articles(productCodes: readonly string[], call: CallContext): Promise<ArticlesRead>;

  /**
   * What of the connection's settings doesn't fit the system, in words with the key and what to do;
   * empty where all fits. Where a source has nothing to compare, it has no such method.
   */
  checkSettings?(call: CallContext): Promise<readonly string[]>;

  /** One cheap call that proves that the system can be reached and accepts the credentials. */
  probe(call: CallContext): Promise<void>;
}
