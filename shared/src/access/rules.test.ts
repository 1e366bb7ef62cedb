import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Role } from './roles.ts';
import { abilities, may } from './rules.ts';

// ACC-1: the whole truth table, written out so that a change of a rule is a visible change here.
const table: Record<Role, string[]> = {
  coordinator: [
    'board.read',
    'board.plan',
    'board.manage',
    'case.read',
    'case.write',
    'case.correspond',
    'meeting.read',
    'meeting.write',
    'meeting.run',
    'report.read',
    'report.write',
    'report.validate',
    'report.freeze',
  ],
  delegate: [
    'board.read',
    'board.plan',
    'case.read',
    'case.write',
    'case.correspond',
    'meeting.read',
    'meeting.write',
    'meeting.run',
    'report.read',
    'report.write',
    'report.validate',
    'report.freeze',
  ],
  secretary: [
    'board.read',
    'board.plan',
    'case.read',
    'case.write',
    'case.correspond',
    'meeting.read',
    'meeting.write',
    'meeting.run',
    'report.read',
    'report.write',
    'report.validate',
  ],
  member: ['board.read', 'case.read', 'case.write', 'case.correspond', 'meeting.read', 'report.read'],
  guest: ['board.read', 'meeting.read'],
  administrator: ['organisation.read', 'organisation.manage'],
  affiliate: ['organisation.read'],
  platform_administrator: [
    'platform.read',
    'platform.manage',
    'account.read',
    'account.validate',
    'account.suspend',
    'audit.read',
  ],
  support: ['platform.read', 'account.read', 'account.validate'],
  cohort_owner: ['cohort.read', 'cohort.manage'],
  cohort_member: ['cohort.read'],
  owner: ['case.read', 'case.write', 'case.correspond', 'case.share', 'report.read'],
  referent: ['case.read', 'case.write', 'case.correspond', 'case.share', 'report.read'],
  expert: ['case.read', 'case.write'],
  reader: ['case.read'],
  presenter: ['report.read', 'report.write'],
};

for (const [role, allowed] of Object.entries(table) as [Role, string[]][]) {
  test(`a ${role} may do this and nothing else`, () => {
    assert.equal(abilities([role]), allowed);
  });
}

test('no role allows nothing', () => {
  assert.equal(abilities([]), []);
  assert.not(may('case.read', []));
});

test('roles add up', () => {
  assert.ok(may('report.write', ['reader', 'presenter']));
  assert.not(may('report.freeze', ['secretary', 'presenter', 'owner']));
});

test.run();
