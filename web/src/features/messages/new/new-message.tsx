import type { Me } from '@concertation/shared/contracts';
import { type FormEvent, useId, useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../../api/index.ts';
import { Button, ErrorNotice, Icon, LinkButton, Notice, Spinner, TextArea, TextField } from '../../../ui/index.ts';
import { useHeadingFocus } from '../use-heading-focus.ts';
import { sayable } from '../words/sayable.ts';
import styles from './new.module.css';
import { RecipientsField, type RenderPicker } from './recipients-field.tsx';
import { useNewMessage } from './use-new-message.ts';

type Props = {
  /** Whom the address of the page names. */
  recipientId: string | null;
  renderPicker: RenderPicker;
  onSent: (conversationId: string) => void;
};

function Form({ me, recipientId, renderPicker, onSent }: Props & { me: Me }) {
  const { t } = useTranslation('messages');
  const titleId = useId();
  const heading = useHeadingFocus();
  const { draft, change, forget } = useNewMessage(me, recipientId);
  const [tried, setTried] = useState(false);
  const start = useCommand('startConversation', { refreshes: ['listConversations'] });
  const subject = sayable(draft.subject);
  const text = sayable(draft.text);
  const missing = {
    to: draft.to.length === 0 ? t('new.missingTo') : null,
    subject: subject === '' ? t('new.missingSubject') : null,
    text: text === '' ? t('new.missingText') : null,
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (start.isPending) return;
    setTried(true);
    if (missing.to || missing.subject || missing.text) return;
    const { conversationId, messageId } = draft;
    start.mutate(
      { body: { conversationId, messageId, to: draft.to.map(({ accountId }) => accountId), subject, text } },
      {
        onSuccess: () => {
          forget();
          onSent(conversationId);
        },
      },
    );
  };
  return (
    <section className={styles.new} aria-labelledby={titleId}>
      <header className={styles.head}>
        <Link href="/messages" className={styles.back ?? ''}>
          <Icon name="back" size={16} />
          {t('conversation.back')}
        </Link>
        <h2 ref={heading} id={titleId} tabIndex={-1} className={styles.title}>
          {t('new.title')}
        </h2>
      </header>
      <form className={styles.form} onSubmit={submit} noValidate>
        <RecipientsField
          value={draft.to}
          error={tried ? missing.to : null}
          renderPicker={renderPicker}
          onChange={(to) => change({ to })}
        />
        <TextField
          label={t('new.subject')}
          description={t('new.subjectHint')}
          error={tried ? missing.subject : null}
          maxLength={120}
          autoComplete="off"
          value={draft.subject}
          onChange={(typed) => change({ subject: typed })}
        />
        <TextArea
          label={t('new.text')}
          description={t('answer.hint')}
          error={tried ? missing.text : null}
          rows={4}
          maxLength={4000}
          value={draft.text}
          onChange={(typed) => change({ text: typed })}
          onKeyDown={(event) => {
            // Other keys are not this field's.
            const isSending = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
            if (!isSending || event.nativeEvent.isComposing) return event.continuePropagation();
            event.preventDefault();
            submit();
          }}
        />
        <p className={styles.hint}>{t('aboutPatients')}</p>
        {start.error?.code === 'not_found' ? (
          <Notice tone="danger">{t('new.unreachableWords')}</Notice>
        ) : (
          start.error && <ErrorNotice error={start.error} />
        )}
        <div className={styles.actions}>
          <LinkButton href="/messages" onPress={forget}>
            {t('new.cancel')}
          </LinkButton>
          <Button type="submit" variant="primary" isPending={start.isPending}>
            {t('new.send')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** « Nouveau message »: to whom, about what, and the first words. To be mounted anew for each. Source: SC-43. */
export function NewMessage(props: Props) {
  const me = useRead('readMe');
  if (!me.data)
    return me.error ? <ErrorNotice error={me.error} onRetry={() => void me.refetch()} /> : <Spinner size="block" />;
  return <Form {...props} me={me.data} />;
}
