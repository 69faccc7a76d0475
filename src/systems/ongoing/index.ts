import { warehouseAdapter } from '../ports/adapter.ts';
import { articleExtraFieldTargets } from './rest/articles/article-field-targets.ts';
import { openOngoingRest } from './rest/open.ts';
import { extraFieldTargets } from './rest/orders/extra-field-targets.ts';
import { checkReportAt } from './settings/check-report-at.ts';
import { checkGoodsOwnerCode, checkGoodsOwners } from './settings/check-warehouse-access.ts';
import { checkWarehouseStatuses } from './settings/check-warehouse-statuses.ts';
import { warehouse } from './settings/warehouse.ts';
import { resolved, settings } from './settings.ts';
import { systemName } from './rest/errors.ts';
import { goodsOwnerWebhook, webhook } from './webhook.ts';

/** Ongoing WMS: one goods owner at one warehouse. */
export const ongoing = warehouseAdapter({
  id: 'ongoing',
  name: systemName,
  settings,
  extraFieldTargets: { orders: extraFieldTargets, articles: articleExtraFieldTargets },
  check: (view, reportAtWords) => {
    checkWarehouseStatuses(view);
    checkReportAt(view, reportAtWords);
    checkGoodsOwnerCode(view);
  },
  checkTogether: checkGoodsOwners,
  notYet: [
    {
      path: ['warehouse', 'api'],
      asked: (view) => view.read(warehouse.shape.api, ['warehouse', 'api']) === 'soap',
      message: 'Ongoing’s SOAP API is not used by this version yet; the connection is left out',
      blocks: true,
    },
  ],
  webhook,
  end: (written, reportAt) => {
    const owner = resolved(written, reportAt);
    return {
      account: [owner.url, owner.goodsOwnerId],
      settings: owner,
      // The vendor asks for one call at a time for each goods owner.
      quota: {
        key: `ongoing ${owner.url} ${owner.goodsOwnerId}`,
        limit: { concurrency: 1, requestTimeoutMs: 30_000 },
      },
      webhook: written.webhooks && goodsOwnerWebhook(written.webhooks.token, owner),
      open: (dependencies) => openOngoingRest(owner, dependencies),
    };
  },
});
