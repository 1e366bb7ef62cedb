import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ConfigurationError, demonstrationAuditKey, readConfiguration } from './configuration.ts';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://localhost/concertation',
  AUDIT_KEY: 'a-real-secret-of-more-than-thirty-two-characters',
  SIGNING_P12: '/etc/concertation/seal.p12',
  SIGNING_P12_PASSWORD: 'secret',
  PUBLIC_ORIGIN: 'https://rcp.example.org/',
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

for (const name of ['DATABASE_URL', 'AUDIT_KEY', 'SIGNING_P12', 'SIGNING_P12_PASSWORD', 'PUBLIC_ORIGIN'] as const)
  test(`production without ${name} is refused, by name`, () => {
    assert.match(refusals({ ...production, [name]: '' }), name);
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

test('a malformed value is refused, by name', () => {
  assert.match(refusals({ PORT: 'eighty' }), 'PORT');
  assert.match(refusals({ SYNC_CONNECTIONS: '-1' }), 'SYNC_CONNECTIONS');
});

test.run();
