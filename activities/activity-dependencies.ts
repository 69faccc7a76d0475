import type { Client } from '@temporalio/client';

import type { Source } from '../src/systems/source.ts';
import type { Warehouse } from '../src/systems/warehouse.ts';

/** What a connection's activities work with, by today's configuration. */
export interface OpenConnection {
  readonly id: string;
  readonly name: string;
  /** In which operators read times. */
  readonly timeZone: string;
  readonly source: Source;
  readonly warehouse: Warehouse;
}

/** Something that happened, in words, for whoever watches. */
export interface Happening {
  readonly connection: string;
  readonly order?: string;
  readonly text: string;
}

/** What every activity is made with. */
export interface ActivityDependencies {
  /** Asked anew by every activity, so that a changed configuration counts at once. */
  readonly connection: () => OpenConnection;
  readonly temporal: Client;
  readonly tell: (happening: Happening) => void;
}
