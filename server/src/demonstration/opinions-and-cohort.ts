import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { createBoard } from '../boards/index.ts';
import { addCohortCase, createCohort, listCohorts } from '../cohorts/index.ts';
import type { Database } from '../database/index.ts';
import { tellNobody } from '../notifications/index.ts';
import { askOpinion, sentOpinions } from '../opinions/index.ts';

type Needs = { database: Database; audit: Audit };

/** A platform that answers without meeting, and a question that waits for its answer. */
export async function askTheExpert(
  needs: Needs,
  {
    asker,
    expert,
    caseId,
    organisationIds,
  }: { asker: Principal; expert: Principal; caseId: string; organisationIds: string[] },
): Promise<void> {
  const { database, audit } = needs;
  if ((await sentOpinions(database.db, { accountId: asker.accountId, caseIds: [caseId] })).length > 0) return;
  await database.transaction(async (tx) => {
    const { boardId, grants } = await createBoard(tx, {
      name: 'Avis de radiothérapie digestive',
      kind: 'opinion_platform',
      level: 'regional',
      field: 'radiothérapie digestive',
      place: 'Ville-Exemple',
      published: true,
      organisationIds,
      members: [{ accountId: expert.accountId, role: 'coordinator' }],
    });
    for (const { role, grantee } of grants)
      await audit.record(
        tx,
        'grant.given',
        { subject: `board:${boardId}` },
        { role, granteeKind: grantee.kind, granteeId: grantee.id },
      );
  });
  const to = { kind: 'colleague', accountId: expert.accountId } as const;
  const question = 'Une irradiation stéréotaxique est-elle envisageable avant la réunion ?';
  await askOpinion({ ...needs, tell: tellNobody }, asker, { caseId, to, question });
}

/** A named set of cases, to begin with. */
export async function startCohort(needs: Needs, owner: Principal, caseIds: string[]): Promise<void> {
  const name = 'Métastases hépatiques, suivi à un an';
  if ((await listCohorts(needs.database.db, owner.accountId)).length > 0) return;
  const { cohortId } = await createCohort(needs, owner, { name, description: 'Dossiers à revoir ensemble.' });
  for (const caseId of caseIds) await addCohortCase(needs, owner, { cohortId, caseId });
}
