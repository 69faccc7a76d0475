/** Who a session can act as: a user within one client, that is one merchant's company. */
export interface SandboxIdentity {
  readonly id: string;
  /** Fifteen digits: beyond what a JavaScript number should hold. */
  readonly clientId: string;
  readonly clientName: string;
}

/** What a login needs. */
export interface SandboxCredential {
  readonly applicationId: string;
  readonly username: string;
  readonly password: string;
}

/** The credential that the sandbox accepts unless told otherwise. */
export const sandboxCredential: SandboxCredential = {
  applicationId: '5f0c8a52-24d1-4f7a-9b3e-000000000024',
  username: 'integration@nordlys.example',
  password: 'sandbox',
};

/** The first is the default identity and holds the data; to the others the ERP is empty. */
export const sandboxIdentities: readonly SandboxIdentity[] = [
  {
    id: '0b8f2f0e-1111-4a5b-8c1d-000000000101',
    clientId: '100000000000101',
    clientName: 'Nordlys AS',
  },
  {
    id: '0b8f2f0e-1111-4a5b-8c1d-000000000102',
    clientId: '100000000000102',
    clientName: 'Nordlys Demo AS',
  },
];
