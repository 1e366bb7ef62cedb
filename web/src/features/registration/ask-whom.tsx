import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { SelectField } from '../../ui/index.ts';

const installation = 'installation';

/**
 * Whose administrators are asked: those of the installation (null), or of an organisation that one belongs to. Nothing to
 * choose for who belongs to none, or may not read them any more: the installation is asked. Source: SC-24.
 */
export function AskWhom({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (organisationId: string | null) => void;
}) {
  const { t } = useTranslation('registration');
  const { data: me } = useRead('readMe');
  const isReached = me !== undefined && me.standing !== 'closed';
  const { data: organisations = [] } = useRead('listOrganisations', {}, { enabled: isReached });
  const mine = organisations.filter(({ role }) => role !== null);
  if (mine.length === 0) return null;
  return (
    <SelectField
      label={t('ask.whom')}
      choices={[
        { id: installation, label: t('ask.installation') },
        ...mine.map(({ organisationId, name }) => ({ id: organisationId, label: name })),
      ]}
      value={value ?? installation}
      onChange={(id) => onChange(id === installation ? null : id)}
    />
  );
}
