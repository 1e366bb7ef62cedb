import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { tlsOf } from './secure-transport.ts';

// DLV-5
test('the certificate of the operator is checked, whatever the environment says', () => {
  const settings = { from: 'rcp@chu.mssante.fr', nil: null, authorities: null };
  const tls = tlsOf(settings, { smtpUrl: '', imapUrl: null, certificate: null });
  assert.equal([tls.rejectUnauthorized, tls.minVersion], [true, 'TLSv1.2']);
});

test.run();
