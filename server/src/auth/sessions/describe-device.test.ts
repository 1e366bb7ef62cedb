import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { describeDevice } from './describe-device.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const userAgents: Record<string, string> = {
  'Chrome sur Windows': `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/153.0.0.0 Safari/537.36`,
  'Edge sur Windows': `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/153.0.0.0 Safari/537.36 Edg/153.0.0.0`,
  'Opera sur Linux': `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/153.0.0.0 Safari/537.36 OPR/120.0.0.0`,
  'Firefox sur Linux': 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  'Chrome sur Linux': `Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/153.0.0.0 Safari/537.36`,
  'Chrome sur Android': `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/153.0.0.0 Mobile Safari/537.36`,
  'Chrome sur iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/153.0 Mobile/15E148 Safari/604.1',
  'Safari sur iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
  'Safari sur Mac':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
  'Chrome sur ChromeOS': `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/153.0.0.0 Safari/537.36`,
  'Navigateur sur Windows': 'Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko',
  'Appareil inconnu': 'node',
};

// AUT-6
for (const [words, userAgent] of Object.entries(userAgents))
  test(`${words} is recognised`, () => assert.is(describeDevice(userAgent), words));

test('no User-Agent is an unknown device', () => assert.is(describeDevice(undefined), 'Appareil inconnu'));

test('nothing of an invented User-Agent is repeated', () => {
  assert.is(describeDevice('<script>alert(1)</script>'), 'Appareil inconnu');
});

test.run();
