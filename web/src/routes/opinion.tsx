import { documentName, parseDocumentName } from '@concertation/shared/domain';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { refreshFacts } from '../api/index.ts';
import { CaseBar, CaseDocument } from '../features/cases/index.ts';
import { OpinionScreen } from '../features/opinions/index.ts';
import { useDocument } from '../sync/index.ts';
import { NotFoundPage } from './not-found.tsx';

function OpenOpinion({ caseId, opinionId }: { caseId: string; opinionId: string }) {
  const handle = useDocument(documentName('case', caseId));
  const { onFacts, withdrawn } = handle;
  const params = { caseId, opinionId };
  useEffect(() => onFacts(() => void refreshFacts('readOpinion')), [onFacts]);
  useEffect(() => {
    if (withdrawn === 'withdrawn') void refreshFacts('readOpinion');
  }, [withdrawn]);
  return (
    <OpinionScreen
      {...params}
      banner={({ patient }) => <CaseBar patient={patient} handle={handle} />}
      sheet={<CaseDocument handle={handle} />}
    />
  );
}

/** `/avis/:caseId/:opinionId`: what is asked and its answer, beside the sheet. */
export function OpinionPage() {
  const { caseId = '', opinionId = '' } = useParams();
  const named = [caseId, opinionId].every((id) => parseDocumentName(documentName('case', id)));
  return named ? <OpenOpinion key={opinionId} caseId={caseId} opinionId={opinionId} /> : <NotFoundPage />;
}
