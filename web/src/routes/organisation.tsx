import { useParams } from 'react-router';
import { ColleaguePicker } from '../features/directory/index.ts';
import { OrganisationScreen } from '../features/organisations/index.ts';
import { NotFoundPage } from './not-found.tsx';

/** `/organisations/:organisationId` */
export function OrganisationPage() {
  const { organisationId = '' } = useParams();
  return (
    <OrganisationScreen
      key={organisationId}
      organisationId={organisationId}
      renderPicker={(slot) => <ColleaguePicker {...slot} />}
      notFound={<NotFoundPage />}
    />
  );
}
