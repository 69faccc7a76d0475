import { apiException } from './api-exception.ts';
import type { Service } from './description.ts';
import {
  boolean,
  dateTime,
  decimal,
  int,
  ints,
  listOf,
  maybe,
  part,
  required,
  sequence,
  strings,
  text,
} from './members.ts';

/** A product. It is only read, so that members that nobody asks for aren't described. */
export const product = sequence('Product', {
  WebPrice: decimal,
  SupplierId: int,
  Id: int,
  Name: text,
  TaxRate: decimal,
  Stock: decimal,
  StatusId: int,
  CategoryId: int,
  PriceGroupID: int,
  InPrice: decimal,
  Description: text,
  DescriptionLong: text,
  Cost: decimal,
  EAN1: text,
  Price: decimal,
  No: text,
  DateChanged: dateTime,
  APIException: part(apiException),
  Weight: decimal,
  MinimumStock: decimal,
  OrderProposal: decimal,
  StockLocation: text,
  SupplierProductCode: text,
  SupplierProductName: text,
  Web: maybe,
  ProductCode: text,
  StockControlled: maybe,
  NewOffer: maybe,
  NewProduct: maybe,
});

const searchParameters = sequence('ProductSearchParameters', {
  Id: int,
  CategoryId: int,
  No: text,
  EAN1: text,
  Name: text,
  Price: decimal,
  DateChanged: dateTime,
  ProductIds: ints,
});

/** Products and their stock. */
export const productService = {
  name: 'ProductService',
  path: '/Logistics/Product/V001/ProductService.asmx',
  operations: {
    GetProducts: {
      request: { searchParams: part(searchParameters), returnProperties: strings },
      result: part(listOf(product)),
    },
    SetStockQuantity: {
      request: { productId: required(int), stockQuantity: required(decimal) },
      result: required(boolean),
      writes: true,
    },
  },
} as const satisfies Service;
