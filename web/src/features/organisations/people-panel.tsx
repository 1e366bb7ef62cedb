import type { OrganisationDetail, OrganisationPerson } from '@concertation/shared/contracts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Badge, Button, ConfirmDialog, EmptyState, Menu, Panel, useToast } from '../../ui/index.ts';
import { AddPersonForm } from './add-person-form.tsx';
import styles from './organisations.module.css';
import type { PickerSlot } from './picker-slot.ts';

const refreshes = ['readOrganisation', 'listOrganisations', 'listColleagues'] as const;

function Row({
  organisationId,
  member,
  manages,
}: {
  organisationId: string;
  member: OrganisationPerson;
  manages: boolean;
}) {
  const { t } = useTranslation('organisations');
  const toast = useToast();
  const [removing, setRemoving] = useState(false);
  const set = useCommand('setOrganisationPerson', { refreshes });
  const remove = useCommand('removeOrganisationPerson', { refreshes });
  const { person, role, grantId } = member;
  const { name } = person;
  const change = () =>
    set.mutate(
      {
        params: { organisationId },
        body: { accountId: person.accountId, role: role === 'administrator' ? 'affiliate' : 'administrator' },
      },
      {
        onSuccess: () => toast.show({ tone: 'success', message: t('detail.changed', { name }) }),
        onError: ({ message }) => toast.show({ tone: 'danger', message }),
      },
    );
  const confirm = () =>
    remove.mutate(
      { params: { organisationId, grantId } },
      {
        onSuccess: () => {
          toast.show({ message: t('detail.removed', { name }) });
          setRemoving(false);
        },
      },
    );
  return (
    <li className={styles.row}>
      <span className={styles.rowWords}>
        <span className={styles.name}>{name}</span> <span className={styles.soft}>{person.specialty}</span>
      </span>
      {role === 'administrator' && <Badge tone="info">{t('role.administrator')}</Badge>}
      {manages && (
        <Menu
          label={t('detail.manage', { name })}
          trigger={<Button variant="quiet" size="small" icon="more" aria-label={t('detail.manage', { name })} />}
          groups={[
            {
              id: 'manage',
              entries: [
                {
                  id: 'role',
                  label: t(role === 'administrator' ? 'detail.demote' : 'detail.promote'),
                  icon: 'key',
                  onAction: change,
                },
                {
                  id: 'remove',
                  label: t('detail.remove'),
                  icon: 'trash',
                  isDangerous: true,
                  onAction: () => setRemoving(true),
                },
              ],
            },
          ]}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={t('detail.removeTitle', { name })}
          confirm={t('detail.remove')}
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={confirm}
          onClose={() => setRemoving(false)}
        >
          {t('detail.removeWords')}
        </ConfirmDialog>
      )}
    </li>
  );
}

/** Who belongs to an organisation; its administrators add, name and take out. */
export function PeoplePanel({
  organisation,
  renderPicker,
}: {
  organisation: OrganisationDetail;
  renderPicker: (slot: PickerSlot) => ReactNode;
}) {
  const { t } = useTranslation('organisations');
  const { organisationId, people, role, abilities } = organisation;
  const manages = abilities.includes('organisation.manage');
  return (
    <Panel title={t('detail.people')} padding={false}>
      {role === null ? (
        <EmptyState title={t('detail.peopleHidden')}>{t('detail.rights')}</EmptyState>
      ) : (
        <ul className={styles.rows}>
          {people.map((member) => (
            <Row key={member.grantId} organisationId={organisationId} member={member} manages={manages} />
          ))}
        </ul>
      )}
      {manages && <AddPersonForm organisation={organisation} renderPicker={renderPicker} />}
    </Panel>
  );
}
