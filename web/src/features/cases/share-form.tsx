import type { GrantLine, Person } from '@concertation/shared/contracts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, ErrorNotice, SelectField, useToast } from '../../ui/index.ts';
import styles from './cases.module.css';

const roles = ['referent', 'expert', 'reader'] as const;
type ShareRole = (typeof roles)[number];

export type PickerSlot = {
  label: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  excluded: string[];
  error: string | null;
};

export type ShareFormProps = {
  caseId: string;
  people: readonly GrantLine[];
  /** The search of a colleague, which is another feature. */
  renderPicker: (slot: PickerSlot) => ReactNode;
};

/** Gives a colleague access to the case, with the role that says what they may do. */
export function ShareForm({ caseId, people, renderPicker }: ShareFormProps) {
  const { t } = useTranslation('cases');
  const { show } = useToast();
  const share = useCommand('shareCase', { refreshes: ['readCase'] });
  const [person, setPerson] = useState<Person | null>(null);
  const [role, setRole] = useState<ShareRole>('expert');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!person) return setMissing(true);
    share.mutate(
      { params: { caseId }, body: { accountId: person.accountId, role } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('sharing.added', { name: person.name }) });
          setPerson(null);
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {renderPicker({
        label: t('sharing.colleague'),
        value: person,
        onChange: (chosen) => {
          setPerson(chosen);
          setMissing(false);
        },
        excluded: people.flatMap(({ person: held }) => (held ? [held.accountId] : [])),
        error: missing ? t('sharing.missing') : null,
      })}
      <SelectField
        label={t('sharing.as')}
        choices={roles.map((id) => ({ id, label: t(`sharing.give.${id}`) }))}
        value={role}
        onChange={setRole}
      />
      {share.error && <ErrorNotice error={share.error} />}
      <Button type="submit" icon="add" isPending={share.isPending}>
        {t('sharing.add')}
      </Button>
    </form>
  );
}
