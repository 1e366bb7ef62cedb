import type { Conversation } from '@concertation/shared/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, Dialog, ErrorNotice, Notice, useToast } from '../../../ui/index.ts';
import { type Recipient, type RenderPicker, RecipientsField } from '../new/recipients-field.tsx';
import styles from '../new/new.module.css';

/** Adds colleagues to a conversation, which they read from its beginning. */
export function AddPeopleDialog({
  conversation: { conversationId, people },
  renderPicker,
  onClose,
}: {
  conversation: Conversation;
  renderPicker: RenderPicker;
  onClose: () => void;
}) {
  const { t } = useTranslation('messages');
  const { show } = useToast();
  const form = useId();
  const [to, setTo] = useState<Recipient[]>([]);
  const [missing, setMissing] = useState(false);
  const add = useCommand('addToConversation', { refreshes: ['readConversation', 'listConversations'] });
  const there = people.filter(({ left }) => !left).map(({ accountId }) => accountId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to.length === 0) return setMissing(true);
    add.mutate(
      { params: { conversationId }, body: { accountIds: to.map(({ accountId }) => accountId) } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('add.done', { count: to.length }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      title={t('add.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('new.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={add.isPending}>
            {t('add.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <p>{t('add.words')}</p>
        <RecipientsField
          value={to}
          excluded={there}
          error={missing ? t('new.missingTo') : null}
          renderPicker={renderPicker}
          onChange={(chosen) => {
            setTo(chosen);
            setMissing(false);
          }}
        />
        {add.error?.code === 'not_found' ? (
          <Notice tone="danger">{t('new.unreachableWords')}</Notice>
        ) : (
          add.error && <ErrorNotice error={add.error} />
        )}
      </form>
    </Dialog>
  );
}
