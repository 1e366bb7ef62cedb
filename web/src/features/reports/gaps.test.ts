import type { Gap } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { gapPlace } from './gaps.ts';
import { stepsFrom } from './steps.ts';

const section: Gap = { kind: 'section', section: 'proposal' };
const field: Gap = { kind: 'field', field: 'decision' };
const attendance: Gap = { kind: 'attendance' };

test('each gap leads to where it is filled', () => {
  assert.equal(gapPlace('r1', section), { in: 'report', id: 'report-r1-proposal' });
  assert.equal(gapPlace('r1', field), { in: 'report', id: 'report-r1-decision' });
  assert.equal(gapPlace('r1', attendance), { in: 'attendance' });
  assert.equal(gapPlace('r1', { kind: 'quorum' }), { in: 'attendance' });
});

test('a sealed report offers no step', () => {
  assert.equal(stepsFrom('frozen'), []);
  assert.equal(stepsFrom('signed'), []);
  assert.equal(
    stepsFrom('draft').map((step) => step.to),
    ['discussion'],
  );
  assert.equal(
    stepsFrom('discussion').map((step) => step.to),
    ['validated', 'draft'],
  );
  assert.equal(
    stepsFrom('validated').map((step) => step.to),
    ['discussion'],
  );
});

test.run();
