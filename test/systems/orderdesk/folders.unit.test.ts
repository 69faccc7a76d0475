import { describe, expect, test } from 'vitest';

import { foldersNamed } from '../../../src/systems/orderdesk/folders/folders.ts';
import { sourceStateOf } from '../../../src/systems/orderdesk/orders/source-state.ts';
import { settingsFor } from './store-order.ts';

const names = {
  '21654': 'New',
  '21655': 'Prepared',
  '21656': 'Closed',
  '21657': 'Canceled',
  '21658': 'WMS Errors',
  '21659': '2026',
  '2026': 'new orders',
};
const settings = { ...settingsFor(), onError: 'WMS Errors' };

describe('where an order stands', () => {
  test.each<[string | undefined, string]>([
    ['21654', 'pulled'],
    ['21655', 'ours'],
    ['21656', 'ours'],
    ['21658', 'ours'],
    ['21657', 'cancelled'],
    ['21659', 'elsewhere'],
    ['99', 'elsewhere'],
    [undefined, 'elsewhere'],
  ])('in folder %s: %s', (folderId, standing) => {
    expect(sourceStateOf(folderId, foldersNamed(names, settings))).toBe(standing);
  });

  test.each<[string, object, string]>([
    ['folders', { folders: ['2026'] }, 'pulled'],
    ['afterImport', { afterImport: '2026' }, 'ours'],
    ['afterShipment', { shipments: { afterShipment: '2026' } }, 'ours'],
    ['onError', { onError: '2026' }, 'ours'],
    ['cancelFolders', { cancelFolders: ['2026'] }, 'cancelled'],
  ])('by %s, whose name counts before an id', (_key, changed, standing) => {
    const folders = foldersNamed(names, { ...settings, ...changed });
    expect(sourceStateOf('21659', folders)).toBe(standing);
    expect(sourceStateOf('2026', folders)).toBe('elsewhere');
  });
});

test('a folder may be named by its id, or in another casing', () => {
  const { pulled } = foldersNamed(names, { ...settings, folders: ['NEW', '21656'] });
  expect(pulled).toEqual(['21654', '21656']);
});

test('an order’s folder is called by its name', () => {
  const { nameOf } = foldersNamed(names, settings);
  expect(['21654', '99', undefined].map(nameOf)).toEqual(['New', 'folder 99', 'no folder']);
});
