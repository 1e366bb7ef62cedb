import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ConfigurationError, forgetSecrets, readConfiguration } from './configuration.ts';

const secure = {
  MSSANTE_SMTP_URL: 'smtp://rcp:secret@smtp.operateur.example:587',
  MSSANTE_IMAP_URL: 'imaps://rcp:secret@imap.operateur.example',
  MSSANTE_FROM: 'RCP CHU <rcp@chu.mssante.fr>',
  MSSANTE_NIL: 'NIL-1234',
};
const refusals = (environment: Record<string, string>): string => {
  try {
    readConfiguration(environment);
    return '';
  } catch (error) {
    assert.instance(error, ConfigurationError);
    return (error as ConfigurationError).refusals.join('\n');
  }
};

// DLV-5
test('secure mail is read whole, its passwords apart, and taken out of the environment', () => {
  const { configuration, secrets } = readConfiguration({ ...secure, MSSANTE_DOMAINS: 'mssante.fr, Secure.Example' });
  assert.equal(configuration.secureMail, { from: secure.MSSANTE_FROM, nil: 'NIL-1234', authorities: null });
  assert.equal(configuration.trustedDomains, ['mssante.fr', 'secure.example']);
  assert.is(secrets.secureMail?.smtpUrl, secure.MSSANTE_SMTP_URL);
  assert.not.match(JSON.stringify(configuration), 'secret');
  const environment: NodeJS.ProcessEnv = { ...secure };
  forgetSecrets(environment);
  assert.equal([environment.MSSANTE_SMTP_URL, environment.MSSANTE_IMAP_URL], [undefined, undefined]);
  assert.is(readConfiguration({}).configuration.secureMail, null);
});

// DLV-5
test('half of secure mail is refused, and so is whatever would take its encryption away', () => {
  assert.is(refusals(secure), '');
  assert.match(refusals({ ...secure, MSSANTE_FROM: '' }), 'MSSANTE_FROM manque');
  assert.match(refusals({ ...secure, MSSANTE_SMTP_URL: '' }), 'MSSANTE_SMTP_URL manque');
  for (const weak of ['ignoreTLS=true', 'requireTLS=false', 'secure=false', 'tls.rejectUnauthorized=false'])
    assert.match(refusals({ ...secure, MSSANTE_SMTP_URL: `${secure.MSSANTE_SMTP_URL}?${weak}` }), 'MSSANTE_SMTP_URL');
  assert.match(refusals({ ...secure, MSSANTE_SMTP_URL: 'https://operateur.example' }), 'MSSANTE_SMTP_URL');
  const production = refusals({ ...secure, NODE_ENV: 'production', MSSANTE_IMAP_URL: '', MSSANTE_NIL: '' });
  assert.match(production, 'MSSANTE_IMAP_URL manque');
  assert.match(production, 'MSSANTE_NIL manque');
});

test.run();
