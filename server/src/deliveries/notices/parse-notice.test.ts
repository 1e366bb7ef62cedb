import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseNotice } from './parse-notice.ts';

const bytes = (lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));
const report = (type: string, fields: string[], more: string[] = []) =>
  bytes([
    'From: Mail Delivery System <mailer-daemon@medecin.mssante.fr>',
    'Message-ID: <notice@medecin.mssante.fr>',
    ...more,
    `Content-Type: multipart/report; report-type=${type}; boundary=b`,
    'MIME-Version: 1.0',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Des mots.',
    '--b',
    `Content-Type: message/${type}`,
    '',
    ...fields,
    '--b--',
    '',
  ]);

// DLV-8
test('a notice of delivery says what became of it, for whom, with its status', async () => {
  const fields = [
    'Reporting-MTA: dns; mx.mssante.fr',
    'Original-Envelope-ID: a@chu.mssante.fr',
    '',
    'Final-Recipient: rfc822;',
    ' Sure@Medecin.mssante.fr',
    'Action: failed',
    'Status: 5.1.1 (no such mailbox)',
  ];
  const notice = await parseNotice(report('delivery-status', fields));
  assert.equal(notice, {
    noticeId: '<notice@medecin.mssante.fr>',
    about: ['<a@chu.mssante.fr>'],
    said: [{ kind: 'failed', code: '5.1.1', recipients: ['sure@medecin.mssante.fr'] }],
  });
});

// DLV-8
test('handed on is not delivered', async () => {
  for (const action of ['relayed', 'expanded', 'delayed']) {
    const fields = ['Final-Recipient: rfc822; a@b.fr', `Action: ${action}`, 'Status: 2.0.0'];
    const notice = await parseNotice(report('delivery-status', fields));
    assert.equal(notice?.said, [{ kind: 'delayed', code: '2.0.0', recipients: ['a@b.fr'] }], action);
  }
});

// DLV-8
test('the thread is read when nothing else names a message, its last one first', async () => {
  const fields = ['Final-Recipient: rfc822; a@b.fr', 'Action: delivered', 'Status: 2.0.0'];
  const thread = 'References: <1@chu.mssante.fr> <2@chu.mssante.fr>';
  const about = async (more: string[]) => (await parseNotice(report('delivery-status', fields, more)))?.about;
  assert.equal(await about([thread]), ['<2@chu.mssante.fr>', '<1@chu.mssante.fr>']);
  assert.equal(await about([thread, 'In-Reply-To: <3@chu.mssante.fr>']), ['<3@chu.mssante.fr>']);
});

// DLV-8
test('a notice of reading tells who displays, and which software refuses and why', async () => {
  const said = async (disposition: string, more: string[] = []) => {
    const fields = [
      'Final-Recipient: rfc822; a@b.fr',
      'Original-Message-ID: <m@chu.mssante.fr>',
      `Disposition: ${disposition}`,
    ];
    return (await parseNotice(report('disposition-notification', fields, more)))?.said.map(({ kind, code }) => [
      kind,
      code,
    ]);
  };
  const automatic = 'automatic-action/MDN-sent-automatically;';
  assert.equal(await said('manual-action/MDN-sent-manually; displayed'), [['displayed', null]]);
  assert.equal(await said(`${automatic} processed`), [['processed', null]]);
  assert.equal(await said(`${automatic} processed/Error: 902^Identifiant de patient inconnu`), [['processed', '902']]);
  const subject = ['Subject: =?utf-8?Q?=5BKO_Int=C3=A9gration_syst=C3=A8me_!=5D=5B902=5D_XDM/1.0/DDM+CR?='];
  assert.equal(await said(`${automatic} processed`, subject), [['processed', '902']]);
  assert.is(await said('manual-action/MDN-sent-manually; deleted'), undefined);
});

// DLV-8
test('other mails, broken ones and hostile ones say nothing, and nothing throws', async () => {
  const nested = Array.from({ length: 400 }, (_, index) => [
    `Content-Type: multipart/mixed; boundary=b${index}`,
    '',
    `--b${index}`,
  ]).flat();
  for (const source of [
    bytes(['Subject: Bonjour', '', 'Merci.']),
    new Uint8Array(),
    bytes([
      'Content-Type: multipart/report; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      ':::',
    ]),
    bytes(nested),
    bytes([`X-Long: ${'a'.repeat(200_000)}`, '', '']),
    new Uint8Array(200_000).fill(0),
    report('delivery-status', ['Action: exploded', 'Status: 9.9.9']),
  ])
    assert.is(await parseNotice(source), null);
  const nul = await parseNotice(
    report('disposition-notification', [
      'Final-Recipient: rfc822; a@b.fr',
      'Original-Message-ID: <a\u0000b@c>',
      'Disposition: manual-action; displayed',
    ]),
  );
  assert.equal(nul?.about, []);
});

test.run();
