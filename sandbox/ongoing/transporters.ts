/** The carriers that the warehouse has set up, with their services. */
export const transporters = [
  {
    name: 'Bring',
    code: 'BRING',
    services: [
      { code: '1000', name: 'Business parcel' },
      { code: '1202', name: 'Parcel to pickup point' },
    ],
  },
  { name: 'PostNord', code: 'PN', services: [{ code: '19', name: 'MyPack Collect' }] },
];
