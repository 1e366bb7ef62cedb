import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ConfigurationError, demonstrationAuditKey, readConfiguration } from './configuration.ts';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://localhost/concertation',
  AUDIT_KEY: 'a-real-secret-of-more-than-thirty-two-characters',
  ACCOUNT_KEY: 'another-real-secret-of-more-than-thirty-two',
  SIGNING_P12: '/etc/concertation/seal.p12',
  SIGNING_P12_PASSWORD: 'secret',
  PUBLIC_ORIGIN: 'https://rcp.example.org/',
  SMTP_URL: 'smtps://rcp:secret@smtp.example.org',
  MAIL_FROM: 'RCP <rcp@example.org>',
  CLAMD_HOST: 'clamd',
};

function refusals(environment: NodeJS.ProcessEnv): string {
  try {
    readConfiguration(environment);
  } catch (error) {
    assert.instance(error, ConfigurationError);
    return (error as ConfigurationError).refusals.join('\n');
  }
  return '';
}

test('a demonstration needs no setting', () => {
  const { configuration, secrets } = readConfiguration({});
  assert.is(configuration.demonstration, true);
  assert.equal(configuration.database, { kind: 'embedded' });
  assert.is(secrets.auditKey, demonstrationAuditKey);
});

test('a complete production starts, without demonstration', () => {
  const { configuration } = readConfiguration(production);
  assert.is(configuration.demonstration, false);
  assert.is(configuration.publicOrigin, 'https://rcp.example.org');
});

for (const name of [
  'DATABASE_URL',
  'AUDIT_KEY',
  'ACCOUNT_KEY',
  'SIGNING_P12',
  'SIGNING_P12_PASSWORD',
  'PUBLIC_ORIGIN',
  'SMTP_URL',
  'MAIL_FROM',
  'CLAMD_HOST',
] as const)
  test(`production without ${name} is refused, by name`, () => {
    assert.match(refusals({ ...production, [name]: '' }), name);
  });

test('the key of accounts is a secret of its own', () => {
  assert.match(refusals({ ...production, ACCOUNT_KEY: production.AUDIT_KEY }), 'ACCOUNT_KEY');
  assert.match(refusals({ ...production, ACCOUNT_KEY: 'short' }), 'ACCOUNT_KEY');
});

test('Pro Santé Connect is configured whole or not at all, and over TLS in production', () => {
  const given = { ...production, PSC: 'sandbox', PSC_CLIENT_ID: 'rcp', PSC_CLIENT_SECRET: 'secret' };
  const { configuration, secrets } = readConfiguration(given);
  assert.is(configuration.proSanteConnect?.issuer, 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet');
  assert.match(configuration.proSanteConnect?.discovery ?? '', 'wallet-openid-configuration');
  assert.is(secrets.proSanteConnectSecret, 'secret');
  assert.is(readConfiguration(production).configuration.proSanteConnect, null);
  assert.match(refusals({ ...given, PSC_CLIENT_ID: '' }), 'PSC_CLIENT_ID');
  assert.match(refusals({ ...given, PSC_CLIENT_SECRET: '' }), 'PSC_CLIENT_SECRET');
  assert.match(refusals({ ...given, PSC: 'http://provider.example' }), 'PSC');
  assert.match(refusals({ ...given, PSC_ID_TOKEN_ALGORITHM: 'none' }), 'PSC_ID_TOKEN_ALGORITHM');
});

test('only a proxy that is named says where a visitor comes from', () => {
  assert.is(readConfiguration({}).configuration.trustedProxies, false);
  assert.equal(readConfiguration(production).configuration.trustedProxies, ['loopback']);
  const { trustedProxies } = readConfiguration({ ...production, TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2' }).configuration;
  assert.equal(trustedProxies, ['10.0.0.1', '10.0.0.2']);
});

test('a database over the network is verified, or refused by name; one of this machine needs nothing', () => {
  const start = (DATABASE_URL: string) => refusals({ ...production, DATABASE_URL });
  for (const refused of [
    'postgres://rcp:secret@base.example.org/rcp',
    'postgres://rcp:secret@base.example.org/rcp?sslmode=require',
    'postgres://rcp:secret@base.example.org/rcp?sslmode=disable',
    'postgres://rcp:secret@localhost/rcp?host=base.example.org',
    'postgres://rcp:secret@localhost.example.org/rcp',
    'not an address',
  ])
    assert.match(start(refused), 'DATABASE_URL', refused);
  for (const accepted of [
    'postgres://rcp:secret@base.example.org/rcp?sslmode=verify-full',
    'postgres://rcp:secret@base.example.org/rcp?sslmode=verify-ca',
    'postgres://rcp@localhost/rcp?host=/run/postgresql',
    'postgres://rcp:secret@127.0.0.1:5433/rcp',
    'postgres://rcp:secret@[::1]/rcp',
  ])
    assert.is(start(accepted), '', accepted);
  assert.not.match(start('postgres://rcp:secret@base.example.org/rcp'), 'secret@');
  assert.is(refusals({ DATABASE_URL: 'postgres://rcp@base.example.org/rcp' }), '', 'in development nothing is asked');
});

test('the relay of mails may not be told to do without TLS', () => {
  const start = (SMTP_URL: string) => refusals({ ...production, SMTP_URL });
  for (const weak of ['ignoreTLS=true', 'requireTLS=false', 'tls.rejectUnauthorized=false', 'secure=false'])
    assert.match(start(`smtp://rcp:secret@smtp.example.org?${weak}`), 'SMTP_URL', weak);
  assert.is(start('smtp://rcp:secret@smtp.example.org:587'), '', 'STARTTLS is asked for when it is used');
  assert.is(start('smtps://rcp:secret@smtp.example.org?pool=true'), '');
});

test('text messages leave over TLS in production', () => {
  assert.match(refusals({ ...production, SMS_URL: 'http://sms.example.org/send' }), 'SMS_URL');
  assert.is(refusals({ ...production, SMS_URL: 'https://sms.example.org/send' }), '');
  assert.is(refusals({ ...production, SMS_URL: 'http://127.0.0.1:9000/send' }), '');
  assert.is(refusals({ SMS_URL: 'http://sms.example.org/send' }), '');
});

test('production may do without antivirus in so many words, and in no others', () => {
  const without = { ...production, CLAMD_HOST: '' };
  assert.is(refusals({ ...without, ANTIVIRUS_OFF: 'accepted' }), '');
  for (const word of ['1', 'true', 'yes']) assert.match(refusals({ ...without, ANTIVIRUS_OFF: word }), 'ANTIVIRUS_OFF');
});

test('portals have sub-domains of localhost in development, and in production only of the domain given', () => {
  assert.is(readConfiguration({}).configuration.portalDomain, 'localhost');
  assert.is(readConfiguration(production).configuration.portalDomain, null);
  const given = { ...production, PORTAL_DOMAIN: 'RCP.exemple.fr', SUPPORT_EMAIL: 'aide@exemple.fr' };
  assert.is(readConfiguration(given).configuration.portalDomain, 'rcp.exemple.fr');
  assert.equal(readConfiguration(given).configuration.support, { email: 'aide@exemple.fr', phone: '' });
  assert.match(refusals({ ...production, PORTAL_DOMAIN: 'https://rcp.exemple.fr' }), 'PORTAL_DOMAIN');
  assert.match(refusals({ ...production, SUPPORT_EMAIL: 'aide' }), 'SUPPORT_EMAIL');
});

test('production refuses the demonstration’s key, demonstration accounts and plain http, by name', () => {
  assert.match(refusals({ ...production, AUDIT_KEY: demonstrationAuditKey }), 'AUDIT_KEY');
  assert.match(refusals({ ...production, AUDIT_KEY: 'short' }), 'AUDIT_KEY');
  assert.match(refusals({ ...production, DEMONSTRATION: '1' }), 'DEMONSTRATION');
  assert.match(refusals({ ...production, PUBLIC_ORIGIN: 'http://rcp.example.org' }), 'PUBLIC_ORIGIN');
});

test('production may choose the embedded database in so many words', () => {
  const { configuration } = readConfiguration({ ...production, DATABASE_URL: '', EMBEDDED_DATABASE: '1' });
  assert.equal(configuration.database, { kind: 'embedded' });
});

test('the relay of mails is a secret, and production may do without mails in so many words', () => {
  const { configuration, secrets } = readConfiguration(production);
  assert.is(secrets.smtpUrl, production.SMTP_URL);
  assert.not.match(JSON.stringify(configuration), 'smtp.example.org');
  const off = readConfiguration({ ...production, SMTP_URL: '', MAIL_FROM: '', MAIL_OFF: '1' });
  assert.is(off.secrets.smtpUrl, null);
  assert.is(readConfiguration({ ...production, MAIL_OFF: '1' }).secrets.smtpUrl, null, 'MAIL_OFF wins');
});

test('a sender that would add a header, or a relay that is none, is refused by name', () => {
  assert.match(refusals({ MAIL_FROM: 'RCP <rcp@exemple.fr>\r\nBcc: autre@exemple.fr' }), 'MAIL_FROM');
  assert.match(refusals({ MAIL_FROM: 'RCP' }), 'MAIL_FROM');
  assert.match(refusals({ SMTP_URL: 'https://smtp.exemple.fr' }), 'SMTP_URL');
});

test('a bucket described by half is refused everywhere, by the names that lack', () => {
  assert.match(refusals({ S3_ENDPOINT: 'https://s3.example.org', S3_BUCKET: 'rcp' }), 'S3_ACCESS_KEY manque');
  assert.match(refusals({ S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' }), 'S3_BUCKET manque');
  const whole = { S3_BUCKET: 'rcp', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' };
  assert.match(refusals({ ...production, ...whole, S3_ENDPOINT: 'http://s3.example.org' }), 'S3_ENDPOINT doit');
  const { configuration, secrets } = readConfiguration({ ...whole, S3_ENDPOINT: 'https://s3.example.org' });
  assert.equal(configuration.files.s3, { endpoint: 'https://s3.example.org', bucket: 'rcp', region: 'us-east-1' });
  assert.equal(secrets.s3, { accessKey: 'a', secretKey: 'b' });
  assert.not.match(JSON.stringify(configuration), '"accessKey"');
});

test('documents stay on the disk, without antivirus, unless told otherwise', () => {
  const { files } = readConfiguration({ DATA_DIR: '/srv/rcp' }).configuration;
  assert.equal(files, { directory: '/srv/rcp/files', uploadsDirectory: '/srv/rcp/uploads', s3: null, clamd: null });
  const { clamd } = readConfiguration({ CLAMD_HOST: 'clamav' }).configuration.files;
  assert.equal(clamd, { host: 'clamav', port: 3310 });
});

test('a malformed value is refused, by name', () => {
  assert.match(refusals({ PORT: 'eighty' }), 'PORT');
  assert.match(refusals({ SYNC_CONNECTIONS: '-1' }), 'SYNC_CONNECTIONS');
});

test('the directory comes from an address, or is given by hand; half a setting or plain http is refused, by name', () => {
  assert.equal(readConfiguration({}).configuration.directory, { extraction: null, live: null });
  const given = {
    RPPS_URL: 'https://www.example.org/rpps.zip',
    RPPS_FHIR_URL: 'https://gateway.example.org/fhir/v2',
    RPPS_FHIR_KEY: 'the-key-of-the-directory',
  };
  const { configuration, secrets } = readConfiguration({ ...production, ...given });
  assert.equal(configuration.directory, { extraction: given.RPPS_URL, live: given.RPPS_FHIR_URL });
  assert.is(secrets.directoryKey, given.RPPS_FHIR_KEY);
  assert.not.match(JSON.stringify(configuration), given.RPPS_FHIR_KEY);
  assert.match(refusals({ ...production, ...given, RPPS_FHIR_KEY: '' }), 'RPPS_FHIR_KEY');
  assert.match(refusals({ ...production, ...given, RPPS_FHIR_URL: '' }), 'RPPS_FHIR_URL');
  for (const name of ['RPPS_URL', 'RPPS_FHIR_URL'])
    assert.match(refusals({ ...production, ...given, [name]: 'http://www.example.org/rpps.zip' }), name);
  assert.match(refusals({ RPPS_URL: 'ftp://www.example.org/rpps.zip' }), 'RPPS_URL');
});

test('signatures are timestamped where an authority is named; in the clear only by one whose certificate is known', () => {
  assert.is(readConfiguration(production).configuration.timestamps, null);
  const url = 'http://tsa.example.org/tsr';
  const { timestamps } = readConfiguration({ ...production, TSA_URL: 'https://tsa.example.org/tsr' }).configuration;
  assert.equal(timestamps, { url: 'https://tsa.example.org/tsr', certificates: null });
  assert.match(refusals({ ...production, TSA_URL: url }), 'TSA_URL est en clair');
  assert.is(refusals({ TSA_URL: url }), '', 'in development nothing is asked');
  const certificates = import.meta.filename;
  assert.match(refusals({ TSA_URL: url, TSA_CERTIFICATES: '/nowhere.pem' }), 'TSA_CERTIFICATES');
  assert.match(refusals({ TSA_CERTIFICATES: certificates }), 'TSA_URL manque');
  assert.match(refusals({ TSA_URL: 'ftp://tsa.example.org' }), 'TSA_URL');
});

test('the establishment’s numbers are optional, and refused when they are none', () => {
  assert.equal(readConfiguration({}).configuration.establishmentIds, { oid: null, finess: null, sector: 'SA01' });
  const given = { ESTABLISHMENT_OID: '1.2.250.1.999', ESTABLISHMENT_FINESS: '2A0000014', ESTABLISHMENT_SECTOR: 'SA04' };
  assert.equal(readConfiguration(given).configuration.establishmentIds, {
    oid: '1.2.250.1.999',
    finess: '2A0000014',
    sector: 'SA04',
  });
  for (const [name, value] of [
    ['ESTABLISHMENT_OID', '1.02.3'],
    ['ESTABLISHMENT_OID', 'chu'],
    ['ESTABLISHMENT_FINESS', '12345678'],
    ['ESTABLISHMENT_SECTOR', 'hopital'],
  ])
    assert.match(refusals({ [String(name)]: value }), String(name));
});

test.run();
