import type { ConnectionView } from '../systems/kit/settings/connection-view.ts';
import type { KeyPath } from '../systems/kit/settings/key-path.ts';
import type { SourceSystem } from './schema/connection.ts';
import { connectionSchemas } from './schema/connection.ts';

/** Something that the file can ask for and that this version leaves undone. */
interface NotYet {
  readonly path: KeyPath;
  /** The source that the key belongs to; any where it is left out. */
  readonly system?: SourceSystem;
  /** Whether this connection asks for it. */
  readonly asked: (view: ConnectionView) => boolean;
  readonly message: string;
  /** The connection can't run without it. */
  readonly blocks?: true;
}

const erp = connectionSchemas['24sevenoffice'].shape;

/** Everything of the kind, one entry each: who builds it deletes its entry. */
const notYet: readonly NotYet[] = [
  {
    path: ['warehouse', 'api'],
    asked: (view) => view.read(erp.warehouse.shape.api, ['warehouse', 'api']) === 'soap',
    message: 'Ongoing’s SOAP API is not used by this version yet; the connection is left out',
    blocks: true,
  },
];

/** What the connection asks for and this version leaves undone. */
export function askedTooMuch(view: ConnectionView): readonly NotYet[] {
  return notYet.filter((entry) => entry.asked(view));
}

/** The same list without its conditions, for the reference. */
export const askableLater: readonly Pick<NotYet, 'path' | 'system' | 'message'>[] = notYet;
