import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const script = fileURLToPath(new URL('../../scripts/audit-dependencies.mjs', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'concertation-weaknesses-'));
test.after(() => rmSync(directory, { recursive: true }));

const advisory = (severity: string, id = 'GHSA-aaaa-bbbb-cccc') => ({
  name: 'left-pad',
  title: 'pads too far',
  url: `https://github.com/advisories/${id}`,
  severity,
  range: '<2.0.0',
});
const found = (...via: object[]) => ({
  vulnerabilities: { 'left-pad': { via }, 'what-uses-it': { via: ['left-pad', ...via] } },
});

/** Judges an answer of `npm audit`, with these acceptances. */
function judge(report: object, accepted: object[] = []) {
  const [reportFile, acceptedFile] = [join(directory, 'report.json'), join(directory, 'accepted.json')];
  writeFileSync(reportFile, JSON.stringify(report));
  writeFileSync(acceptedFile, JSON.stringify(accepted));
  const rest = ['--report', reportFile, '--accepted', acceptedFile];
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...rest], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

// ASVS 15.2.1
test('a high or critical weakness fails, once however many ways lead to it; lesser ones are told', () => {
  for (const severity of ['high', 'critical']) {
    const { status, said } = judge(found(advisory(severity)));
    assert.is(status, 1, severity);
    assert.match(said, '1 faiblesses connues, 1 refusées');
    assert.match(said, 'GHSA-aaaa-bbbb-cccc left-pad <2.0.0');
  }
  for (const severity of ['moderate', 'low']) assert.is(judge(found(advisory(severity))).status, 0, severity);
  assert.is(judge({ vulnerabilities: {} }).status, 0);
});

// ASVS 15.1.1
test('it may be accepted with a reason and until a date; after it, it fails again', () => {
  const acceptance = { advisory: 'GHSA-aaaa-bbbb-cccc', why: 'not reached: we never pad', until: '2999-01-01' };
  const report = found(advisory('high'));
  assert.is(judge(report, [acceptance]).status, 0);
  const over = judge(report, [{ ...acceptance, until: '2020-01-01' }]);
  assert.is(over.status, 1);
  assert.match(over.said, 'acceptation échue');
  for (const absent of ['why', 'until', 'advisory'])
    assert.is(judge(report, [{ ...acceptance, [absent]: undefined }]).status, 2, absent);
  const other = [advisory('high'), advisory('high', 'GHSA-dddd-eeee-ffff')];
  assert.is(judge(found(...other), [acceptance]).status, 1, 'only what is named');
  assert.match(judge({ vulnerabilities: {} }, [acceptance]).said, 'retirez-la');
});

test('a registry that does not answer judges nothing, and is not a success', () => {
  const { status, said } = judge({ message: 'request failed', error: { summary: 'getaddrinfo ENOTFOUND' } });
  assert.is(status, 2);
  assert.match(said, 'rien n’est jugé');
});

test.run();
