import { addressSequences, contactSequences } from './address.ts';
import type { ServiceContract } from './field.ts';
import { int, long, nillableItems, part, required, string, text } from './field.ts';

/** What the vendor knows of the merchant itself. */
export const clientService: ServiceContract = {
  path: '/Client/V001/ClientService.asmx',
  operations: {
    GetClientInformation: { request: [], result: part('GetClientInformationResult', 'Client') },
  },
  sequences: {
    ...addressSequences,
    ...contactSequences,
    Client: [
      part('AddressList', 'Addresses'),
      string('Country'),
      part('EmailAddressList', 'EmailAddresses'),
      string('FactoringClientNo'),
      string('FactoringText'),
      part('FaxNumberList', 'ArrayOfFaxNumber'),
      required(part('IsUsingFactoring', 'boolean')),
      string('Name'),
      part('PhoneNumberList', 'PhoneNumbers'),
      required(int('ReminderDays')),
      required(int('ReminderDays2')),
      required(int('ReminderDays3')),
      required(long('UserId')),
      string('BankAccount'),
      string('IBAN'),
      string('OrganizationNumber'),
      string('Swift'),
      long('ResellerId'),
      text('ResellerName'),
      text('DefaultCurrency'),
    ],
    ArrayOfFaxNumber: nillableItems('FaxNumber'),
    FaxNumber: [required(part('Type', 'FaxNumberType')), string('Value')],
  },
  enumerations: { FaxNumberType: ['Unknown', 'Work'] },
};
