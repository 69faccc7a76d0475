import type { FeedPage, FeedPosition } from '../../../src/systems/kit/feeds/feed-page.ts';

/** Reads a feed until its run is complete, storing each position as JSON as the real runs do. */
export async function wholeRun<Entry>(
  pageAt: (position: FeedPosition | undefined) => Promise<FeedPage<Entry>>,
  from: FeedPosition | undefined,
) {
  const entries: Entry[] = [];
  let position = from;
  for (let pages = 1; ; pages += 1) {
    const page = await pageAt(position);
    entries.push(...page.entries);
    position = JSON.parse(JSON.stringify(page.position)) as FeedPosition;
    if (!page.more) return { entries, position, pages };
  }
}
