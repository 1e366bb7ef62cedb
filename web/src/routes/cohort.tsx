import { useNavigate, useParams } from 'react-router';
import { CohortScreen } from '../features/cohorts/index.ts';
import { ColleaguePicker } from '../features/directory/index.ts';
import { NotFoundPage } from './not-found.tsx';

/** `/cohortes/:cohortId` */
export function CohortPage() {
  const { cohortId = '' } = useParams();
  const navigate = useNavigate();
  return (
    <CohortScreen
      key={cohortId}
      cohortId={cohortId}
      renderPicker={(slot) => <ColleaguePicker {...slot} />}
      notFound={<NotFoundPage />}
      onRemoved={() => void navigate('/cohortes')}
    />
  );
}
