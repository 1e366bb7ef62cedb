import { organisationRoles, type OrganisationRole } from '@concertation/shared/access';
import type { OrganisationDetail, Person } from '@concertation/shared/contracts';
import { type FormEvent, Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, ErrorNotice, SelectField, useToast } from '../../ui/index.ts';
import styles from './organisations.module.css';
import type { PickerSlot } from './picker-slot.ts';

/** Puts a colleague in an organisation. */
export function AddPersonForm({
  organisation: { organisationId, people },
  renderPicker,
}: {
  organisation: OrganisationDetail;
  renderPicker: (slot: PickerSlot) => ReactNode;
}) {
  const { t } = useTranslation('organisations');
  const toast = useToast();
  const [person, setPerson] = useState<Person | null>(null);
  const [role, setRole] = useState<OrganisationRole>('affiliate');
  // A new picker for each person: what was typed for the last one goes with the last one.
  const [added, setAdded] = useState(0);
  const set = useCommand('setOrganisationPerson', {
    refreshes: ['readOrganisation', 'listOrganisations', 'listColleagues'],
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!person) return;
    set.mutate(
      { params: { organisationId }, body: { accountId: person.accountId, role } },
      {
        onSuccess: () => {
          toast.show({ tone: 'success', message: t('detail.added', { name: person.name }) });
          setPerson(null);
          setAdded(added + 1);
        },
      },
    );
  };
  return (
    <form noValidate className={styles.add} onSubmit={send}>
      <Fragment key={added}>
        {renderPicker({
          label: t('detail.add'),
          value: person,
          onChange: setPerson,
          excluded: people.map((member) => member.person.accountId),
        })}
      </Fragment>
      <SelectField
        label={t('detail.addRole')}
        choices={organisationRoles.map((id) => ({ id, label: t(`role.${id}`) }))}
        value={role}
        onChange={setRole}
      />
      {set.error && <ErrorNotice error={set.error} />}
      <div className={styles.actions}>
        <Button type="submit" icon="add" isPending={set.isPending} isDisabled={person === null}>
          {t('detail.addButton')}
        </Button>
      </div>
    </form>
  );
}
