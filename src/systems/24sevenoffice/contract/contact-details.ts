import { part, sequence, string } from './members.ts';

/** A postal address. */
export const address = sequence('Address', {
  Street: string,
  State: string,
  PostalCode: string,
  PostalArea: string,
  Name: string,
  City: string,
  Country: string,
});

/** The addresses of an order or a company. */
export const addresses = sequence('Addresses', {
  Post: part(address),
  Delivery: part(address),
  Visit: part(address),
  Invoice: part(address),
});

const phone = part(sequence('PhoneNumber', { Description: string, Value: string }));

export const phoneNumbers = sequence('PhoneNumbers', {
  Home: phone,
  Fax: phone,
  Mobile: phone,
  Primary: phone,
  Work: phone,
});

const email = part(sequence('EmailAddress', { Description: string, Name: string, Value: string }));

export const emailAddresses = sequence('EmailAddresses', {
  Home: email,
  Invoice: email,
  Primary: email,
  Work: email,
  Alternative: email,
});
