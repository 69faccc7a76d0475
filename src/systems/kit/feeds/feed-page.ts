/** A place in a vendor's feed: JSON that only the adapter which made it understands. */
export type FeedPosition = { readonly [member: string]: unknown };

/** One page of a feed. */
export interface FeedPage<Entry> {
  readonly entries: readonly Entry[];
  /** Where the next page, or the next run, goes on. Safe to store only once `entries` are handled. */
  readonly position: FeedPosition;
  /** More pages of this run follow. */
  readonly more: boolean;
  /** How far a long run is, where the adapter can tell. */
  readonly progress?: { readonly done: number; readonly of: number };
}
