import { authenticateService } from './authenticate-service.ts';
import { companyService } from './company-service.ts';
import type { OperationContract, Service } from './description.ts';
import { invoiceService } from './invoice-service.ts';
import { productService } from './product-service.ts';

/** Every service that is used, with the operations that are. */
export const services = [
  authenticateService,
  invoiceService,
  productService,
  companyService,
] as const satisfies readonly Service[];

/** The operations by name: no two services have one of the same name. */
export const operations = {
  ...authenticateService.operations,
  ...invoiceService.operations,
  ...productService.operations,
  ...companyService.operations,
} satisfies Readonly<Record<string, OperationContract>>;

/** An operation of 24SevenOffice's API. */
export type Operation = keyof typeof operations;

/** Whether the text names an operation. */
export const isOperation = (name: string): name is Operation => Object.hasOwn(operations, name);

/** Whether the operation changes something at the vendor. */
export const isWriting = (operation: Operation): boolean => 'writes' in operations[operation];

/** The service that has the operation. */
export function serviceOf(operation: Operation): Service {
  const service = services.find(({ operations }) => Object.hasOwn(operations, operation));
  if (service === undefined) throw new TypeError(`no service has ${operation}`);
  return service;
}
