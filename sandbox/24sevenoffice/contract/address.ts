import { part, string } from './field.ts';

const numberOf = (name: string) => part(name, 'PhoneNumber');
const mailOf = (name: string) => part(name, 'EmailAddress');

/** Addresses: the same shape in the invoice, company and client services. */
export const addressSequences = {
  Addresses: [
    part('Post', 'Address'),
    part('Delivery', 'Address'),
    part('Visit', 'Address'),
    part('Invoice', 'Address'),
  ],
  Address: [
    string('Street'),
    string('State'),
    string('PostalCode'),
    string('PostalArea'),
    string('Name'),
    string('City'),
    string('Country'),
  ],
};

/** Phone numbers and e-mail addresses: the same shape in the company and client services. */
export const contactSequences = {
  PhoneNumbers: ['Home', 'Fax', 'Mobile', 'Primary', 'Work'].map(numberOf),
  PhoneNumber: [string('Description'), string('Value')],
  EmailAddresses: ['Home', 'Invoice', 'Primary', 'Work', 'Alternative'].map(mailOf),
  EmailAddress: [string('Description'), string('Name'), string('Value')],
};

/** How the vendor says that one item of several failed. */
export const exceptionSequence = {
  APIException: [string('Type'), string('Message'), string('StackTrace')],
};
