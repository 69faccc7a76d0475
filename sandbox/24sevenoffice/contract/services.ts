import { authenticateService } from './authenticate-service.ts';
import { clientService } from './client-service.ts';
import { companyService } from './company-service.ts';
import type { ServiceContract } from './field.ts';
import { invoiceService } from './invoice-service.ts';
import { productService } from './product-service.ts';

/** The five services, by the names that their contracts are filed under. */
export const services: Readonly<Record<string, ServiceContract>> = {
  authService: authenticateService,
  invoiceService,
  productService,
  companyService,
  clientService,
};

/** The service at a path. The vendor's web server doesn't tell letters' case apart. */
export function serviceAt(path: string): ServiceContract | undefined {
  const wanted = path.toLowerCase();
  return Object.values(services).find((service) => service.path.toLowerCase() === wanted);
}
