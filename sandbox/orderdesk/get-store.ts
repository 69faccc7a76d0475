import type { SandboxReply } from '../vendor.ts';
import type { Desk } from './desk.ts';
import { instantOf } from './desk.ts';
import { successReply } from './replies.ts';
import { vendorTime } from './wire.ts';

/** A made-up secret that stands in the store's settings, so that tests find it where it must not be. */
export const storeSecret = 'sandbox-smtp-password';

/** `GET /test`: whether the key is right, and the vendor's clock. */
export const getTest = (desk: Desk): SandboxReply =>
  successReply('Connection Successful', { current_date_time: vendorTime(instantOf(desk)) });

/** `GET /store`: the folders as an object of names by id, and settings with secrets among them. */
export function getStore(desk: Desk): SandboxReply {
  const { options, store } = desk;
  return successReply('', {
    store: {
      id: options.storeId,
      name: 'Havna',
      settings: {
        timezone: options.timeZone,
        locale_code: 'nb_NO',
        store_country: 'NO',
        date_format: 'd.m.Y',
        shipping_methods: ['Standard', 'Express'],
        auto_update_stock_count: '1',
        auto_create_inventory_items: '0',
        normalize_shipping_address: '0',
        api_key: store.state.apiKey ?? options.apiKey,
        smtp_host: 'smtp.example',
        smtp_username: 'sandbox',
        smtp_password: storeSecret,
      },
      folders: store.state.folders,
    },
  });
}
