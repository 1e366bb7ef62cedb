import { type BoardRole, boardRoles } from '@concertation/shared/access';
import type { BoardDetail, Person } from '@concertation/shared/contracts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, ChoiceField, ErrorNotice, SelectField, TextField, useToast } from '../../../ui/index.ts';
import { useBoardWords } from '../words/use-board-words.ts';
import styles from './board.module.css';

export type PickerSlot = {
  label: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  excluded: string[];
  error: string | null;
};

export type AddMemberFormProps = {
  board: BoardDetail;
  /** The search of a colleague, which is another feature. */
  renderPicker: (slot: PickerSlot) => ReactNode;
};

type Means = 'account' | 'email';

/** Adds a colleague who has an account, or invites somebody by e-mail, with one role. */
export function AddMemberForm({ board, renderPicker }: AddMemberFormProps) {
  const { t } = useTranslation('boards');
  const words = useBoardWords();
  const { show } = useToast();
  const { boardId } = board;
  const add = useCommand('setBoardMember', { refreshes: ['readBoard', 'listBoards'] });
  const invite = useCommand('inviteToBoard', { refreshes: ['readBoard'] });
  const [means, setMeans] = useState<Means>('account');
  const [person, setPerson] = useState<Person | null>(null);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<BoardRole>('member');
  const [missing, setMissing] = useState(false);
  const byMail = means === 'email';

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (byMail ? !/^\S+@\S+\.\S+$/.test(email.trim()) : !person) return setMissing(true);
    if (byMail)
      invite.mutate(
        { params: { boardId }, body: { email: email.trim(), role } },
        {
          onSuccess: () => {
            show({ tone: 'success', message: t('add.invited', { email: email.trim() }) });
            setEmail('');
          },
          onError: (refusal) => setMissing(refusal.code === 'invalid'),
        },
      );
    else if (person)
      add.mutate(
        { params: { boardId }, body: { accountId: person.accountId, role } },
        {
          onSuccess: () => {
            show({ tone: 'success', message: t('add.added', { name: person.name }) });
            setPerson(null);
          },
        },
      );
  };
  const command = byMail ? invite : add;
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <h3 className={styles.formTitle}>{t('add.title')}</h3>
      <ChoiceField
        label={t('add.means')}
        choices={[
          { id: 'account', label: t('add.account') },
          { id: 'email', label: t('add.email') },
        ]}
        value={means}
        onChange={(chosen) => {
          setMeans(chosen);
          setMissing(false);
        }}
      />
      {byMail ? (
        <TextField
          label={t('add.address')}
          type="email"
          autoComplete="off"
          value={email}
          maxLength={254}
          error={missing && t('add.addressMissing')}
          onChange={(typed) => {
            setEmail(typed);
            setMissing(false);
          }}
        />
      ) : (
        renderPicker({
          label: t('add.colleague'),
          value: person,
          onChange: (chosen) => {
            setPerson(chosen);
            setMissing(false);
          },
          excluded: board.members.map((member) => member.person.accountId),
          error: missing ? t('add.colleagueMissing') : null,
        })
      )}
      <SelectField
        label={t('add.role')}
        description={t(`may.${role}`)}
        choices={boardRoles
          .filter((one) => one !== 'guest' || board.settings.admitsGuests)
          .map((id) => ({ id, label: words.role(id) }))}
        value={role}
        onChange={setRole}
      />
      {command.error && <ErrorNotice error={command.error} />}
      <Button type="submit" icon="add" isPending={command.isPending}>
        {t(byMail ? 'add.invite' : 'add.add')}
      </Button>
    </form>
  );
}
