import { useParams } from 'react-router';
import { OrganisationValidationsPanel } from '../features/administration/index.ts';
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
      renderValidations={(id) => <OrganisationValidationsPanel organisationId={id} />}
      notFound={<NotFoundPage />}
    />
  );
}
