import { describe, expect, test } from 'vitest';
import { bench, faultString, textsIn } from './soap-client.ts';

const applicationId = '5f0c8a52-24d1-4f7a-9b3e-000000000024';
const second = '0b8f2f0e-1111-4a5b-8c1d-000000000102';

describe('a login', () => {
  test('gives a session, in the result and as a cookie', () => {
    const reply = bench().login();
    const [session] = textsIn(reply, 'LoginResult');
    expect(session).toMatch(/^[0-9a-z]{24}$/);
    expect(reply.headers['set-cookie']).toContain(`ASP.NET_SessionId=${session};`);
  });

  test.each([
    ['password', { Password: 'wrong' }],
    ['user', { Username: 'somebody@else.example' }],
  ])('with a wrong %s gives an empty result and HTTP 200', (_what, wrong) => {
    const reply = bench().login(wrong);
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('<LoginResult />');
  });

  test('of an unknown application is a fault', () => {
    const reply = bench().login({ ApplicationId: '00000000-0000-0000-0000-000000000001' });
    expect(faultString(reply)).toContain('Your application id is not registered');
  });

  test('takes the application in capital letters too', () => {
    const reply = bench().login({ ApplicationId: applicationId.toUpperCase() });
    expect(textsIn(reply, 'LoginResult')).toHaveLength(1);
  });

  test('is refused while logins are rejected, and taken again after', () => {
    const { vendor, login } = bench();
    vendor.rejectLogins(true);
    expect(login().body).toContain('<LoginResult />');
    vendor.rejectLogins(false);
    expect(textsIn(login(), 'LoginResult')).toHaveLength(1);
  });

  test('of a blocked identity is a fault', () => {
    const { vendor, login } = bench();
    vendor.blockIdentity(second);
    expect(faultString(login({ IdentityId: second }))).toContain('IdentityId is blocked');
  });
});

describe('a session', () => {
  test('is needed, and its lack is told in three ways in turn, with a cookie worth nothing', () => {
    const { vendor, call } = bench();
    vendor.expireSessions();
    const replies = [1, 2, 3, 4].map(() => call('invoice', 'GetDeliveryMethods'));
    expect(replies.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
    const texts = replies.map(faultString);
    expect(texts[0]).toContain('Session is not authenticated');
    expect(texts[1]).toContain('Client is not authenticated on this identity');
    expect(texts[2]).toContain(
      'https://api.24sevenoffice.com/authenticate/V001/authenticate.asmx?wsdl',
    );
    expect(texts[3]).toBe(texts[0]);
    const [cookie] = replies[0]?.headers['set-cookie']?.split(';') ?? [];
    expect(cookie).toMatch(/^ASP\.NET_SessionId=\w{24}$/);
  });

  test('is known only by the exact name of its cookie', () => {
    const { login, send } = bench();
    const [session] = textsIn(login(), 'LoginResult');
    const get = (cookie: string) =>
      send({
        headers: { cookie },
        action: '"http://24sevenOffice.com/webservices/GetDeliveryMethods"',
        body:
          '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
          '<GetDeliveryMethods xmlns="http://24sevenOffice.com/webservices"/></s:Body></s:Envelope>',
      }).status;
    expect(get(`ASP_NET.SessionId=${session}`)).toBe(500);
    expect(get(`a=b; ASP.NET_SessionId=${session}`)).toBe(200);
  });

  test('acts as the identity that was logged in for, the default one where none was named', () => {
    const { call, login } = bench();
    const identity = () => call('authenticate', 'GetIdentity').body;
    expect(identity()).toContain(
      '<Client><Id>100000000000101</Id><Name>Nordlys AS</Name></Client>',
    );
    login({ IdentityId: second });
    expect(identity()).toContain('<Id>100000000000102</Id>');
    expect(textsIn(call('authenticate', 'GetIdentity'), 'IsCurrent')).toEqual(['true']);
    expect(faultString(login({ IdentityId: '00000000-0000-0000-0000-00000000000f' }))).toContain(
      'IdentityId is blocked',
    );
  });
});
