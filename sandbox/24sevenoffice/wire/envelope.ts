import type { SandboxReply, SandboxRequest } from '../../vendor.ts';
import { messageNamespace } from '../../../src/systems/24sevenoffice/contract/description.ts';
import type { Service } from '../../../src/systems/24sevenoffice/contract/description.ts';
import {
  isOperation,
  type Operation,
} from '../../../src/systems/24sevenoffice/contract/services.ts';
import { escapeText } from './escape-text.ts';
import { ServiceFault } from './service-fault.ts';
import type { XmlElement } from './xml-tree.ts';
import { parseXml } from './xml-tree.ts';

/** The two versions of SOAP that share the vendor's URLs. */
export type SoapVersion = '1.1' | '1.2';

const envelopes: Readonly<Record<SoapVersion, { namespace: string; contentType: string }>> = {
  '1.1': { namespace: 'http://schemas.xmlsoap.org/soap/envelope/', contentType: 'text/xml' },
  '1.2': {
    namespace: 'http://www.w3.org/2003/05/soap-envelope',
    contentType: 'application/soap+xml',
  },
};

const mediaTypeOf = (request: SandboxRequest): string =>
  (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The version that the content type announces, or undefined for a type that isn't SOAP. */
export function versionOf(request: SandboxRequest): SoapVersion | undefined {
  const type = mediaTypeOf(request);
  if (type === envelopes['1.1'].contentType) return '1.1';
  return type === envelopes['1.2'].contentType ? '1.2' : undefined;
}

/** The action as sent, without quotes: a header in SOAP 1.1, a parameter of the content type in 1.2. */
export function actionOf(request: SandboxRequest): string | undefined {
  if (mediaTypeOf(request) === envelopes['1.2'].contentType) {
    return /;\s*action\s*=\s*"?([^";]*)"?/i.exec(request.headers['content-type'] ?? '')?.[1];
  }
  return request.headers['soapaction']?.trim().replace(/^"(.*)"$/, '$1');
}

const operationIn = (service: Service, name: string): Operation | undefined =>
  isOperation(name) && Object.hasOwn(service.operations, name) ? name : undefined;

/** The operation that an action stands for, where the service has it. */
export const operationNamed = (service: Service, action: string): Operation | undefined =>
  action.startsWith(`${messageNamespace}/`)
    ? operationIn(service, action.slice(messageNamespace.length + 1))
    : undefined;

function rootOf(body: string): XmlElement {
  try {
    return parseXml(body);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new ServiceFault(
      `Server was unable to read request. ---> There is an error in XML document. ---> ${error.message}`,
      'Client',
    );
  }
}

function bodyOf(root: XmlElement, namespace: string): XmlElement {
  if (root.name !== 'Envelope' || root.namespace !== namespace) {
    throw new ServiceFault(
      'Possible SOAP version mismatch: the envelope does not belong to the content type.',
      'VersionMismatch',
    );
  }
  const bodies = root.children.filter((child) => child.name === 'Body');
  const [body] = bodies;
  const foreign = root.children.find(
    (child) => child.namespace !== namespace || !['Header', 'Body'].includes(child.name),
  );
  if (body === undefined || bodies.length > 1 || foreign !== undefined) {
    throw new ServiceFault(
      'Server was unable to read request. ---> No single soap:Body.',
      'Client',
    );
  }
  return body;
}

/**
 * The operation that a request means, and the element that holds its arguments. The action decides,
 * and the element in the body has to agree with it, in name and namespace.
 */
export function readEnvelope(
  request: SandboxRequest,
  version: SoapVersion,
  service: Service,
): { readonly operation: Operation; readonly message: XmlElement } {
  const action = actionOf(request);
  if (action === undefined && version === '1.1') {
    throw new ServiceFault(
      'Unable to handle request without a valid action parameter. Please supply a valid soap action.',
      'Client',
    );
  }
  const asked = action === undefined ? undefined : operationNamed(service, action);
  if (action !== undefined && asked === undefined) {
    throw new ServiceFault(
      `Server did not recognize the value of HTTP Header SOAPAction: ${action}.`,
      'Client',
    );
  }
  const [message, ...more] = bodyOf(rootOf(request.body), envelopes[version].namespace).children;
  const operation = asked ?? operationIn(service, message?.name ?? '');
  if (
    message === undefined ||
    operation === undefined ||
    more.length > 0 ||
    message.namespace !== messageNamespace ||
    message.name !== operation
  ) {
    throw new ServiceFault(
      `Unable to handle request. ---> The body must hold one ${operation ?? 'message'} of the namespace ${messageNamespace}.`,
      'Client',
    );
  }
  return { operation, message };
}

function reply(version: SoapVersion, status: number, body: string): SandboxReply {
  const { namespace, contentType } = envelopes[version];
  return {
    status,
    headers: { 'content-type': `${contentType}; charset=utf-8` },
    body:
      `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${namespace}"` +
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
      ` xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>${body}</soap:Body></soap:Envelope>`,
  };
}

/** An answer of an operation, around its result as XML. */
export const answerReply = (version: SoapVersion, operation: string, result: string) =>
  reply(
    version,
    200,
    `<${operation}Response xmlns="${messageNamespace}">${result}</${operation}Response>`,
  );

const codes12 = { Client: 'Sender', Server: 'Receiver', VersionMismatch: 'VersionMismatch' };

/** A fault. HTTP 500 is what the vendor's kind of server sends; others are seen through proxies. */
export function faultReply(version: SoapVersion, fault: ServiceFault, status = 500): SandboxReply {
  const text = escapeText(fault.message);
  if (version === '1.1') {
    return reply(
      version,
      status,
      `<soap:Fault><faultcode>soap:${fault.code}</faultcode><faultstring>${text}</faultstring><detail /></soap:Fault>`,
    );
  }
  return reply(
    version,
    status,
    `<soap:Fault><soap:Code><soap:Value>soap:${codes12[fault.code]}</soap:Value></soap:Code>` +
      `<soap:Reason><soap:Text xml:lang="en">${text}</soap:Text></soap:Reason><soap:Detail /></soap:Fault>`,
  );
}
