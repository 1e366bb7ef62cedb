import { subjectKinds } from '@concertation/shared/access';
import { type PersonalAccess, type PersonalAct, personalActs } from '@concertation/shared/contracts';
import { type Principal, subjectsOfAccounts } from '../../access/index.ts';
import { type AuditKind, eventsAbout } from '../../audit/index.ts';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { answering } from './lone-subjects.ts';

const shown = 100;
const told = Object.keys(personalActs) as (PersonalAct & AuditKind)[];

/** On what kind of thing a role was given or taken; a role on the installation is recorded on the account itself. */
function aboutOf(kind: string, subject: string | null): PersonalAccess['about'] {
  if (!kind.startsWith('grant.')) return null;
  const [name] = (subject ?? '').split(':');
  return subjectKinds.find((known) => known === name) ?? (name === 'account' ? 'platform' : null);
}

/**
 * « Qui a consulté ce qui me concerne »: what others did to one's account, requests and roles, and the emergencies on cases
 * one answers for, latest first. Neither the case nor the reason, which are on its page. Source: SC-44, GDPR art. 15.
 */
export async function listPersonalAccesses(
  executor: Executor,
  { accountId }: Pick<Principal, 'accountId'>,
): Promise<PersonalAccess[]> {
  const held = await subjectsOfAccounts(executor, 'case', [accountId]);
  const subjects = held.filter(({ role }) => answering.includes(role)).map(({ subjectId }) => `case:${subjectId}`);
  const also = { kind: 'case.opened_in_emergency', subjects } as const;
  const events = await eventsAbout(executor, accountId, { kinds: told, limit: shown, also });
  const people = await findPeople(executor, [...new Set(events.flatMap((event) => event.accountId ?? []))]);
  return events.map(({ at, kind, accountId: by, subject }) => ({
    at: at.toISOString(),
    act: kind as PersonalAct,
    about: aboutOf(kind, subject),
    by: people.get(by ?? '')?.name ?? null,
  }));
}
