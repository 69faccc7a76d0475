/** Whose fault it was, in the words of SOAP 1.1. */
export type FaultCode = 'Client' | 'Server' | 'VersionMismatch';

/** The vendor refuses a whole request; it becomes a SOAP fault. */
export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';
  readonly code: FaultCode;

  constructor(message: string, code: FaultCode = 'Server') {
    super(message);
    this.code = code;
  }
}

/** A fault as the vendor words those that come from within an operation. */
export const unprocessed = (reason: string): ServiceFault =>
  new ServiceFault(`Server was unable to process request. ---> ${reason}`);
