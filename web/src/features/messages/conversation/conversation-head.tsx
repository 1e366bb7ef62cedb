import type { Conversation } from '@concertation/shared/contracts';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, Icon, Menu } from '../../../ui/index.ts';
import type { RenderPicker } from '../new/recipients-field.tsx';
import { useHeadingFocus } from '../use-heading-focus.ts';
import { AddPeopleDialog } from './add-people-dialog.tsx';
import styles from './conversation.module.css';
import { LeaveDialog } from './leave-dialog.tsx';

/** What a conversation is about, with whom, and what can be done on the whole of it. */
export function ConversationHead({
  conversation,
  meId,
  titleId,
  renderPicker,
  onAnswer,
  onLeft,
}: {
  conversation: Conversation;
  meId: string;
  titleId: string;
  renderPicker: RenderPicker;
  /** Goes past the messages, for the keyboard. */
  onAnswer: (() => void) | null;
  onLeft: () => void;
}) {
  const { t } = useTranslation('messages');
  const heading = useHeadingFocus();
  const [open, setOpen] = useState<'add' | 'leave' | null>(null);
  const close = () => setOpen(null);
  const names = conversation.people
    .filter(({ accountId }) => accountId !== meId)
    .map(({ name, left }) => (left ? t('conversation.left', { name }) : name));
  return (
    <header className={styles.head}>
      <Link href="/messages" className={styles.back ?? ''}>
        <Icon name="back" size={16} />
        {t('conversation.back')}
      </Link>
      <div className={styles.headWords}>
        <h2 ref={heading} id={titleId} tabIndex={-1} className={styles.subject}>
          {conversation.subject}
        </h2>
        {names.length > 0 && <p className={styles.people}>{t('conversation.with', { names: names.join(', ') })}</p>}
      </div>
      {onAnswer && (
        <Button size="small" variant="secondary" className={styles.toAnswer} onPress={onAnswer}>
          {t('conversation.toAnswer')}
        </Button>
      )}
      <Menu
        label={t('conversation.actions')}
        trigger={<Button variant="quiet" icon="more" aria-label={t('conversation.actions')} />}
        groups={[
          {
            id: 'actions',
            entries: [
              { id: 'add', label: t('conversation.add'), icon: 'add', onAction: () => setOpen('add') },
              {
                id: 'leave',
                label: t('conversation.leave'),
                icon: 'signOut',
                isDangerous: true,
                onAction: () => setOpen('leave'),
              },
            ],
          },
        ]}
      />
      {open === 'add' && <AddPeopleDialog conversation={conversation} renderPicker={renderPicker} onClose={close} />}
      {open === 'leave' && <LeaveDialog conversationId={conversation.conversationId} onLeft={onLeft} onClose={close} />}
    </header>
  );
}
