import {
  isNillableItem,
  type Member,
  type Members,
  messageNamespace,
  type Service,
  type Type,
} from '../contract/description.ts';
import { messageMembers, namedTypes } from '../contract/named-types.ts';

/** What was written already: the library knows its parsed form again by the text. */
const written = new Map<string, string>();

/**
 * The contract of a service as the SOAP library reads it. Simple types and enumerations are all told
 * as strings: the library would make floats of decimals, and read a zone-less time in this machine's
 * own zone.
 */
export function wsdlOf(service: Service): string {
  const wsdl = written.get(service.name) ?? write(service);
  written.set(service.name, wsdl);
  return wsdl;
}

function write({ name, path, operations }: Service): string {
  const each = (written: (operation: string) => string): string =>
    Object.keys(operations).map(written).join('\n');
  const messages = Object.entries(operations).map(
    ([operation, { request, result }]) =>
      `<xs:element name="${operation}">${complexType(elements(request))}</xs:element>
<xs:element name="${operation}Response">${complexType(element(`${operation}Result`, result))}</xs:element>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions
  xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:g="http://microsoft.com/wsdl/types/"
  xmlns:t="${messageNamespace}"
  targetNamespace="${messageNamespace}">
<wsdl:types><xs:schema elementFormDefault="qualified" targetNamespace="${messageNamespace}">
${messages.join('\n')}
${Array.from(namedTypes(messageMembers(operations)).values(), definition).join('\n')}
</xs:schema></wsdl:types>
${each(
  (operation) => `<wsdl:message name="${operation}SoapIn">
<wsdl:part name="parameters" element="t:${operation}"/></wsdl:message>
<wsdl:message name="${operation}SoapOut">
<wsdl:part name="parameters" element="t:${operation}Response"/></wsdl:message>`,
)}
<wsdl:portType name="${name}Soap">
${each(
  (operation) => `<wsdl:operation name="${operation}">
<wsdl:input message="t:${operation}SoapIn"/><wsdl:output message="t:${operation}SoapOut"/>
</wsdl:operation>`,
)}
</wsdl:portType>
<wsdl:binding name="${name}Soap" type="t:${name}Soap">
<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
${each(
  (operation) => `<wsdl:operation name="${operation}">
<soap:operation soapAction="${messageNamespace}/${operation}" style="document"/>
<wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output>
</wsdl:operation>`,
)}
</wsdl:binding>
<wsdl:service name="${name}"><wsdl:port name="${name}Soap" binding="t:${name}Soap">
<soap:address location="https://api.24sevenoffice.com${path}"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;
}

/** A type by its definition; an enumeration needs none. */
function definition(type: Exclude<Type, { kind: 'simple' }>): string {
  if (type.kind === 'enumeration') return '';
  if (type.kind === 'sequence') return complexType(elements(type.members), type.name);
  const item = { type: type.item, required: false, nillable: isNillableItem(type.item) };
  return complexType(element(type.item.name, item, 'unbounded'), type.name);
}

const complexType = (inside: string, name?: string): string =>
  `<xs:complexType${name === undefined ? '' : ` name="${name}"`}><xs:sequence>${inside}</xs:sequence></xs:complexType>`;

const elements = (members: Members): string =>
  Object.entries(members)
    .map(([name, member]) => element(name, member))
    .join('');

function element(
  name: string,
  { type, required, nillable }: Omit<Member, 'default'>,
  most = '1',
): string {
  const isText = type.kind === 'simple' || type.kind === 'enumeration';
  return `<xs:element name="${name}" type="${isText ? 'xs:string' : `t:${type.name}`}" minOccurs="${required ? 1 : 0}" maxOccurs="${most}" nillable="${nillable}"/>`;
}
