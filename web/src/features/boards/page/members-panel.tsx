import { type BoardRole, boardRoles } from '@concertation/shared/access';
import type { BoardDetail } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, ConfirmDialog, EmptyState, Menu, Panel, useToast } from '../../../ui/index.ts';
import { useBoardWords } from '../words/use-board-words.ts';
import { AddMemberForm, type AddMemberFormProps } from './add-member-form.tsx';
import styles from './board.module.css';

type Member = BoardDetail['members'][number];

function MemberMenu({ board, member, onRemove }: { board: BoardDetail; member: Member; onRemove: () => void }) {
  const { t } = useTranslation('boards');
  const words = useBoardWords();
  const { show } = useToast();
  const setMember = useCommand('setBoardMember', { refreshes: ['readBoard', 'listBoards'] });
  const { accountId, name } = member.person;
  const change = (role: BoardRole) =>
    setMember.mutate(
      { params: { boardId: board.boardId }, body: { accountId, role } },
      {
        onSuccess: () => show({ tone: 'success', message: t('members.changed', { name, role: words.role(role) }) }),
        onError: (error) => show({ tone: 'danger', message: error.message }),
      },
    );
  const offered = boardRoles.filter(
    (role) => role !== 'guest' || board.settings.admitsGuests || member.role === 'guest',
  );
  return (
    <Menu
      label={t('members.actions', { name })}
      trigger={
        <Button
          variant="quiet"
          size="small"
          icon="more"
          aria-label={t('members.actions', { name })}
          isPending={setMember.isPending}
        />
      }
      groups={[
        {
          id: 'role',
          title: t('members.role'),
          selected: member.role,
          entries: offered.map((role) => ({ id: role, label: words.role(role), onAction: () => change(role) })),
        },
        {
          id: 'leave',
          entries: [{ id: 'remove', label: t('members.remove'), icon: 'trash', isDangerous: true, onAction: onRemove }],
        },
      ]}
    />
  );
}

/** The members, by role in words; who manages the board changes a role, takes somebody out, adds or invites. */
export function MembersPanel({
  board,
  renderPicker,
}: {
  board: BoardDetail;
  renderPicker: AddMemberFormProps['renderPicker'];
}) {
  const { t } = useTranslation('boards');
  const words = useBoardWords();
  const remove = useCommand('removeBoardMember', { refreshes: ['readBoard', 'listBoards'] });
  const [leaving, setLeaving] = useState<Member | null>(null);
  const manages = board.abilities.includes('board.manage');
  const close = () => {
    setLeaving(null);
    remove.reset();
  };
  return (
    <Panel id="membres" title={t('members.title')} padding={false}>
      {board.members.length === 0 && <EmptyState title={t('members.hidden')}>{t('members.hiddenWords')}</EmptyState>}
      {boardRoles.map((role) => {
        const people = board.members.filter((member) => member.role === role);
        if (people.length === 0) return null;
        return (
          <section key={role} aria-labelledby={`role-${role}`}>
            <h3 id={`role-${role}`} className={styles.role}>
              {words.role(role)}
            </h3>
            <ul>
              {people.map((member) => (
                <li key={member.person.accountId} className={styles.member}>
                  <div className={styles.memberWords}>
                    <p className={styles.memberName}>{member.person.name}</p>
                    <p className={styles.soft}>{member.person.specialty}</p>
                    {member.email !== null && (
                      <a href={`mailto:${member.email}`} className={styles.address}>
                        {member.email}
                      </a>
                    )}
                  </div>
                  {manages && <MemberMenu board={board} member={member} onRemove={() => setLeaving(member)} />}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {manages && <AddMemberForm board={board} renderPicker={renderPicker} />}
      {leaving && (
        <ConfirmDialog
          title={t('members.removeTitle', { name: leaving.person.name })}
          confirm={t('members.removeConfirm')}
          isPending={remove.isPending}
          error={remove.error}
          onClose={close}
          onConfirm={() =>
            remove.mutate(
              { params: { boardId: board.boardId, accountId: leaving.person.accountId } },
              { onSuccess: close },
            )
          }
        >
          <p>{t('members.removeWords')}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}
