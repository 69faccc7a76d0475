import type { Control } from './control.ts';
import type { OverviewRow } from './control-room.ts';

const shownOrders = 100;
const refreshSeconds = 3;

const style = `body{font:15px/1.4 system-ui,sans-serif;margin:2rem;max-width:70rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd}
form{display:inline}button{font:inherit;padding:0 .4rem}.none{color:#999}`;

/** The page for people: the orders at both ends side by side. It needs no script. */
export function page({ journal, faults, room }: Control): string {
  const rows = room?.overview() ?? [];
  const problems = room?.audit(false) ?? [];
  const requests = Object.values(journal.counts())
    .flatMap((counts) => Object.values(counts))
    .reduce((sum, count) => sum + count, 0);
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="${refreshSeconds}">
<title>Sandbox</title><style>${style}</style></head>
<body>
<h1>Sandbox: both ends</h1>
<p>Simulated vendors, made-up orders. ${requests} requests so far, ${faults.list().length} faults in
force. ${problems.length === 0 ? 'The audit finds nothing wrong.' : `The audit says: ${escaped(problems.join(' '))}`}</p>
<p><a href="/sandbox/orders">orders</a> · <a href="/sandbox/audit">audit</a> ·
<a href="/sandbox/requests">requests</a> · <a href="/sandbox/counts">counts</a> ·
<a href="/sandbox/faults">faults</a></p>
<table>
<thead><tr><th>Order</th><th>At the source</th><th>At the warehouse</th><th>Waybills</th><th></th></tr></thead>
<tbody>
${rows.slice(0, shownOrders).map(tableRow).join('\n')}
</tbody>
</table>
${rows.length > shownOrders ? `<p>The newest ${shownOrders} of ${rows.length}.</p>` : ''}
</body>
</html>
`;
}

function tableRow({ source, warehouse }: OverviewRow): string {
  const number = source?.number ?? warehouse?.number ?? '';
  const held =
    warehouse === undefined
      ? none
      : `${escaped(`${warehouse.status} ${warehouse.statusText}`)} <small>(${warehouse.orderId})</small>`;
  const acts =
    warehouse === undefined
      ? ''
      : button('warehouse/advance', warehouse.orderId, 'next') +
        button('warehouse/cancel', warehouse.orderId, 'cancel');
  return `<tr><td>${escaped(number)}</td><td>${source === undefined ? none : escaped(source.status)}</td><td>${held}</td><td>${escaped(warehouse?.waybills.join(', ') ?? '')}</td><td>${acts}</td></tr>`;
}

const none = '<span class="none">–</span>';

const button = (act: string, order: number, label: string): string =>
  `<form method="post" action="/sandbox/people/${act}"><input type="hidden" name="order" value="${order}"><button>${label}</button></form> `;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
