import type { CohortDetail, Person } from '@concertation/shared/contracts';
import { type FormEvent, Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Badge, Button, Dialog, ErrorNotice, Panel, useToast } from '../../ui/index.ts';
import styles from './cohorts.module.css';

/** Where a route puts the field that finds a colleague. */
export type PickerSlot = {
  label: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  excluded: string[];
  error: string | null;
};

const refreshes = ['readCohort', 'listCohorts'] as const;

function AddMember({
  cohort: { cohortId, members },
  renderPicker,
}: {
  cohort: CohortDetail;
  renderPicker: (slot: PickerSlot) => ReactNode;
}) {
  const { t } = useTranslation('cohorts');
  const { show } = useToast();
  const [person, setPerson] = useState<Person | null>(null);
  const [missing, setMissing] = useState(false);
  const add = useCommand('setCohortMember', { refreshes });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!person) return setMissing(true);
    add.mutate(
      { params: { cohortId }, body: { accountId: person.accountId } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('members.added', { name: person.name }) });
          setPerson(null);
        },
      },
    );
  };
  return (
    <form className={styles.add} onSubmit={submit} noValidate>
      {/* A new field once somebody is added: what was typed in the other has served. */}
      <Fragment key={members.length}>
        {renderPicker({
          label: t('members.add'),
          value: person,
          onChange: (chosen) => {
            setPerson(chosen);
            setMissing(false);
          },
          excluded: members.map((member) => member.person.accountId),
          error: missing ? t('members.missing') : null,
        })}
      </Fragment>
      {add.error && <ErrorNotice error={add.error} />}
      <div>
        <Button type="submit" icon="add" isPending={add.isPending}>
          {t('members.share')}
        </Button>
      </div>
    </form>
  );
}

function RemoveMember({ cohortId, person, onClose }: { cohortId: string; person: Person; onClose: () => void }) {
  const { t } = useTranslation('cohorts');
  const { show } = useToast();
  const remove = useCommand('removeCohortMember', { refreshes });
  const confirm = () =>
    remove.mutate(
      { params: { cohortId, accountId: person.accountId } },
      {
        onSuccess: () => {
          show({ message: t('members.removed', { name: person.name }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('members.removeTitle', { name: person.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="danger" isPending={remove.isPending} onPress={confirm}>
            {t('members.remove')}
          </Button>
        </>
      }
    >
      <p>{t('members.removeWords')}</p>
      {remove.error && <ErrorNotice error={remove.error} />}
    </Dialog>
  );
}

/** Who shares a cohort; its owner adds and takes out. */
export function CohortMembersPanel({
  cohort,
  manages,
  renderPicker,
}: {
  cohort: CohortDetail;
  manages: boolean;
  renderPicker: (slot: PickerSlot) => ReactNode;
}) {
  const { t } = useTranslation('cohorts');
  const [removing, setRemoving] = useState<Person | null>(null);
  return (
    <Panel title={t('members.title')} padding={false}>
      <p className={styles.rights}>{t('members.rights')}</p>
      <ul className={styles.rows}>
        {cohort.members.map(({ person, role }) => (
          <li key={person.accountId} className={styles.case}>
            <span className={styles.rowWords}>
              <span className={styles.name}>{person.name}</span> <span className={styles.soft}>{person.specialty}</span>
            </span>
            {role === 'cohort_owner' ? (
              <Badge tone="accent">{t('members.owner')}</Badge>
            ) : (
              manages && (
                <Button
                  variant="quiet"
                  size="small"
                  icon="close"
                  aria-label={t('members.removeOf', { name: person.name })}
                  onPress={() => setRemoving(person)}
                />
              )
            )}
          </li>
        ))}
      </ul>
      {manages && <AddMember cohort={cohort} renderPicker={renderPicker} />}
      {removing && <RemoveMember cohortId={cohort.cohortId} person={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  );
}
