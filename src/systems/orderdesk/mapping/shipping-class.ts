import type { Order, WayOfDelivery } from '../../../domain/order.ts';
import type { OrderDeskSettings, ShippingClass } from '../settings.ts';

type Settings = Pick<OrderDeskSettings, 'shippingClassMatch' | 'defaultMailClass'>;
type Travels = Pick<Order, 'wayOfDelivery' | 'transporter'>;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * How the goods travel, by the cart's shipping method: its row in the match, else the method itself
 * where it is one of the warehouse's own names, else the default. Without any of them the warehouse
 * gets the cart's words as free text, for people to read.
 */
export function travelsBy(method: string | undefined, settings: Settings): Travels {
  const { shippingClassMatch, defaultMailClass } = settings;
  if (method !== undefined) {
    const row = Object.entries(shippingClassMatch).find(([written]) => same(written, method));
    if (row !== undefined) return asTravels(row[1]);
    const own = [...Object.values(shippingClassMatch), defaultMailClass].find(
      (target) => target !== undefined && nameOf(target) === method.trim(),
    );
    if (own !== undefined) return asTravels(own);
  }
  if (defaultMailClass !== undefined) return asTravels(defaultMailClass);
  return method === undefined ? {} : { wayOfDelivery: { text: method } };
}

const nameOf = (target: ShippingClass): string =>
  (typeof target === 'string' ? target : target.wayOfDelivery).trim();

/** `BRING/1202` is a transporter and its service; anything else a way of delivery. */
function asTravels(target: ShippingClass): Travels {
  const name = nameOf(target);
  const slash = name.indexOf('/');
  const isTransporter = typeof target === 'string' && slash > 0 && slash < name.length - 1;
  return isTransporter
    ? {
        transporter: {
          code: name.slice(0, slash).trim(),
          serviceCode: name.slice(slash + 1).trim(),
        },
      }
    : { wayOfDelivery: wayOfDelivery(name) };
}

/** One word is taken for a code, several for a name: the setting may hold either. */
const wayOfDelivery = (name: string): WayOfDelivery =>
  /\s/.test(name) ? { name } : { code: name };
