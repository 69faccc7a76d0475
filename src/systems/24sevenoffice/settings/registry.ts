import { choice, toggle } from '../../kit/settings/choice.ts';
import { section } from '../../kit/settings/list.ts';
import { extraFields, switchAndInterval } from '../../kit/settings/processes.ts';

/** `articles`. */
export const articles = section('The article registry, from 24SevenOffice to the warehouse.', {
  ...switchAndInterval('articles are kept up to date at the warehouse', true, '15m'),
  variations: toggle(
    'Whether articles come in sizes, colours or packagings. 24SevenOffice’s contract has no variants: with `true`, too, each is an article of its own.',
  ).prefault('false'),
  weightUnit: choice('The unit in which the account keeps weights.', ['kg', 'g']).prefault('kg'),
  extraFields: extraFields(
    'Further fields: what stands at 24SevenOffice, and the warehouse field that gets it.',
    '{ InPrice: purchasePrice }',
  ),
});

/** `suppliers`. */
export const suppliers = section('The supplier registry, from 24SevenOffice to the warehouse.', {
  ...switchAndInterval('suppliers are kept up to date at the warehouse', false, '15m'),
});
