import type { Desk } from '../desk.ts';
import { Refusal } from '../../rest/refusal.ts';
import { transporters } from '../transporters.ts';
import type { JsonObject } from '../vendor-json.ts';
import { digitsIn, listIn, objectIn, textIn } from '../vendor-json.ts';

/**
 * Refuses an order that fits the contract but not this warehouse: rows named twice, articles and
 * transporters that aren't set up. Creates a way of delivery that is new, where the warehouse does.
 */
export function checkOrderSetup(desk: Desk, goodsOwnerId: number, body: JsonObject): void {
  const complaints = [
    ...rowsNamedTwice(body),
    ...negativeQuantities(body),
    ...unknownArticles(desk, goodsOwnerId, body),
    ...unknownTransporter(objectIn(body, 'transporter')),
    ...unknownTransporter(objectIn(body, 'returnTransporter')),
  ];
  const way = objectIn(body, 'wayOfDelivery');
  const code = textIn(way, 'code') ?? textIn(way, 'name');
  const known =
    code === undefined ||
    desk.store.state.waysOfDelivery.some(
      (type) => type.goodsOwnerId === goodsOwnerId && type.code === code,
    );
  if (!known && desk.options.unknownWayOfDelivery === 'refuses')
    complaints.push(`There is no way of delivery with code '${code}'.`);
  if (complaints.length > 0) throw new Refusal(400, complaints.join('<br/>'));
  if (!known)
    desk.store.state.waysOfDelivery.push({
      wayOfDeliveryTypeId: desk.store.nextId(),
      goodsOwnerId,
      code,
      name: textIn(way, 'name') ?? code,
    });
}

function rowsNamedTwice(body: JsonObject): string[] {
  const seen = new Set<string>();
  const complaints: string[] = [];
  for (const line of listIn(body, 'orderLines')) {
    const row = textIn(line, 'rowNumber') ?? '';
    if (seen.has(row)) complaints.push(`Row number '${row}' is used by several order lines.`);
    seen.add(row);
  }
  return complaints;
}

const negativeQuantities = (body: JsonObject): string[] =>
  listIn(body, 'orderLines')
    .filter((line) => digitsIn(line, 'numberOfItems')?.startsWith('-'))
    .map((line) => `The number of items of row '${textIn(line, 'rowNumber')}' is negative.`);

const unknownArticles = (desk: Desk, goodsOwnerId: number, body: JsonObject): string[] =>
  listIn(body, 'orderLines')
    .map((line) => textIn(line, 'articleNumber') ?? '')
    .filter((number) => desk.store.articleByNumber(goodsOwnerId, number) === undefined)
    .map((number) => `There is no article with article number '${number}'.`);

function unknownTransporter(wanted: JsonObject): string[] {
  const code = textIn(wanted, 'transporterCode');
  const service = textIn(wanted, 'transporterServiceCode');
  if (code === undefined) return [];
  const transporter = transporters.find((one) => one.code === code);
  if (transporter === undefined) return [`There is no transporter with code '${code}'.`];
  return service === undefined || transporter.services.some((one) => one.code === service)
    ? []
    : [`Transporter '${code}' has no service with code '${service}'.`];
}
