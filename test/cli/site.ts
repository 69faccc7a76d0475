import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ResultPromise } from 'execa';
import { inject } from 'vitest';
import { stringify } from 'yaml';

import {
  create24SevenOffice,
  type TwentyFourSevenOfficeSandbox,
} from '../../sandbox/24sevenoffice/24sevenoffice.ts';
import { sandboxCredential } from '../../sandbox/24sevenoffice/identities.ts';
import { audit } from '../../sandbox/audit.ts';
import { merchantSide } from '../../sandbox/merchant-side.ts';
import { createOngoing, type OngoingSandbox } from '../../sandbox/ongoing/ongoing.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import type { TemporalAccess } from '../../src/temporal/temporal-access.ts';
import { openNamespace } from '../world/namespace.ts';
import { type Ended, runCommand, startCommand } from './command.ts';

/** Where a user works: a folder with a configuration, a namespace of its own, both vendors. */
export class Site {
  readonly folder: string;
  readonly access: TemporalAccess;
  readonly sandbox: Sandbox;
  readonly erp: TwentyFourSevenOfficeSandbox;
  readonly wms: OngoingSandbox;
  readonly #started: ResultPromise[] = [];

  private constructor(
    folder: string,
    access: TemporalAccess,
    sandbox: Sandbox,
    erp: TwentyFourSevenOfficeSandbox,
    wms: OngoingSandbox,
  ) {
    this.folder = folder;
    this.access = access;
    this.sandbox = sandbox;
    this.erp = erp;
    this.wms = wms;
  }

  static async open(): Promise<Site> {
    const erp = create24SevenOffice();
    const wms = createOngoing();
    const sandbox = await startSandbox({ vendors: [erp, wms] });
    const access = await openNamespace(inject('temporalAddress'));
    const folder = await mkdtemp(join(tmpdir(), 'crossdock-cli-'));
    const site = new Site(folder, access, sandbox, erp, wms);
    await site.configure();
    return site;
  }

  /** Writes `crossdock.yaml`. */
  async configure({ warehousePassword = 'sandbox' } = {}): Promise<void> {
    const nordlys = {
      source: {
        system: '24sevenoffice',
        url: `${this.sandbox.url}/24sevenoffice`,
        ...sandboxCredential,
      },
      warehouse: {
        system: 'ongoing',
        url: `${this.sandbox.url}/ongoing/nord`,
        username: 'sandbox',
        password: warehousePassword,
        goodsOwnerId: 101,
      },
      orders: { every: '5s' },
      shipments: { every: '5s' },
    };
    await writeFile(join(this.folder, 'crossdock.yaml'), stringify({ connections: { nordlys } }));
  }

  get #options() {
    return {
      cwd: this.folder,
      env: { TEMPORAL_ADDRESS: this.access.address, TEMPORAL_NAMESPACE: this.access.namespace },
    };
  }

  async run(...args: string[]): Promise<Ended> {
    return await runCommand(args, this.#options);
  }

  start(...args: string[]): ResultPromise {
    const child = startCommand(args, this.#options);
    this.#started.push(child);
    return child;
  }

  /** What is wrong between the two ends, when nothing is under way any more. */
  problems(): readonly string[] {
    return audit({
      source: merchantSide(this.erp).facts(),
      warehouse: this.wms.orders(),
      settled: true,
    });
  }

  async close(): Promise<void> {
    for (const child of this.#started) child.kill('SIGKILL');
    await Promise.all(this.#started);
    await this.access.close();
    await this.sandbox.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
