import { opinions } from '@concertation/schema';
import { may } from '@concertation/shared/access';
import { type Grantee, type Principal, rolesOf } from '../access/index.ts';
import { findColleagues } from '../auth/index.ts';
import { readBoardFacts } from '../boards/index.ts';
import { openRequest, readCase, refuseObjected } from '../cases/index.ts';
import type { Transaction } from '../database/index.ts';
import { AppError, newId } from '../lib/index.ts';
import { answerersOf } from './answerers.ts';
import { openToAsked } from './asked-access.ts';
import type { OpinionNeeds } from './opinion-needs.ts';

/** Who is asked: a colleague, or an opinion platform. */
export type AskedOf = { kind: 'colleague'; accountId: string } | { kind: 'platform'; boardId: string };

const refuse = (field: string, problem: string) => new AppError('invalid', { fields: [{ field, problem }] });

async function findColleague(tx: Transaction, principal: Principal, accountId: string): Promise<void> {
  if (accountId === principal.accountId) throw refuse('to.accountId', 'oneself');
  if (!(await findColleagues(tx, [accountId])).has(accountId)) throw refuse('to.accountId', 'unknown');
}

/** A platform that the account may see: it is one of its members, or the platform is published. Returns its name. */
async function findPlatform(tx: Transaction, principal: Principal, boardId: string): Promise<string> {
  const board = (await readBoardFacts(tx, [boardId])).get(boardId);
  const roles = await rolesOf(tx, principal.accountId, { kind: 'board', id: boardId });
  const seen = board && (board.published || may('board.read', roles));
  if (!seen || board.kind !== 'opinion_platform') throw refuse('to.boardId', 'unknown');
  return board.name;
}

/**
 * Asks an opinion on a case, opens the case to who is asked, and tells them. The caller has checked that the account
 * may share the case. Throws `patient_objected`, and `invalid` for oneself, for nobody, and for a board that is no
 * platform or that the account may not see. Source: SC-29, SC-99.
 */
export async function askOpinion(
  { database, audit, tell }: OpinionNeeds,
  principal: Principal,
  { caseId, to, question }: { caseId: string; to: AskedOf; question: string },
): Promise<{ opinionId: string }> {
  return database.transaction(async (tx) => {
    await refuseObjected(tx, caseId);
    const { patientId } = await readCase(tx, caseId);
    const grantee: Grantee =
      to.kind === 'colleague' ? { kind: 'account', id: to.accountId } : { kind: 'board', id: to.boardId };
    if (to.kind === 'colleague') await findColleague(tx, principal, to.accountId);
    const boardName = to.kind === 'platform' ? await findPlatform(tx, principal, to.boardId) : undefined;

    const given = await openToAsked(tx, { caseId, grantee, grantedBy: principal.accountId });
    const opinionId = newId();
    const asked = {
      accountId: to.kind === 'colleague' ? to.accountId : null,
      boardId: to.kind === 'platform' ? to.boardId : null,
    };
    await tx.insert(opinions).values({
      ...asked,
      id: opinionId,
      caseId,
      question,
      askedBy: principal.accountId,
      askedAt: given?.grantedAt ?? new Date(),
      draft: '',
    });
    await openRequest(tx, { id: opinionId, caseId, kind: to.kind });
    await tell(tx, {
      to: (await answerersOf(tx, asked)).filter((id) => id !== principal.accountId),
      kind: 'opinion_asked',
      about: { caseId, opinionId, by: principal.name, ...(boardName ? { boardName } : {}) },
    });

    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    const { kind: granteeKind, id: granteeId } = grantee;
    await audit.record(tx, 'opinion.asked', scope, { opinionId, granteeKind, granteeId });
    if (given) await audit.record(tx, 'grant.given', scope, { role: given.role, granteeKind, granteeId });
    return { opinionId };
  });
}
