import type { ConnectionView } from '../systems/kit/settings/connection-view.ts';
import type { KeyPath } from '../systems/kit/settings/key-path.ts';
import { articles } from './schema/24sevenoffice-processes.ts';

/** What a setting doesn't bring, though its name lets one think so. */
interface WorthKnowing {
  readonly path: KeyPath;
  readonly message: string;
}

const variations: WorthKnowing = {
  path: ['articles', 'variations'],
  message: 'the vendor’s contract has no variants: each is its own article',
};

/** What whoever wrote a connection with 24SevenOffice should know of its settings. */
export function worthKnowing(view: ConnectionView): readonly WorthKnowing[] {
  return view.read(articles.shape.variations, variations.path) === true ? [variations] : [];
}
