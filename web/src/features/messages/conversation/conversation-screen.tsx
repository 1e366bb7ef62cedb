import type { Me } from '@concertation/shared/contracts';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { EmptyState, ErrorNotice, LinkButton, Notice, Spinner } from '../../../ui/index.ts';
import type { RenderPicker } from '../new/recipients-field.tsx';
import { AnswerForm } from './answer-form.tsx';
import { ConversationHead } from './conversation-head.tsx';
import styles from './conversation.module.css';
import { MessageLog } from './message-log.tsx';
import { useAnswer } from './use-answer.ts';
import { useMessages } from './use-messages.ts';

type Props = { conversationId: string; renderPicker: RenderPicker; onLeft: () => void };

function OpenConversation({ conversationId, renderPicker, onLeft, me }: Props & { me: Me }) {
  const { t } = useTranslation('messages');
  const titleId = useId();
  const fieldId = useId();
  const messages = useMessages(conversationId);
  const answer = useAnswer(me, conversationId);
  const { read, known } = messages;
  useEffect(() => answer.settle(new Set(known.messages.map(({ messageId }) => messageId))), [answer, known]);
  if (read.error?.code === 'not_found')
    return (
      <div className={styles.wait}>
        <EmptyState
          title={t('conversation.notFound')}
          action={<LinkButton href="/messages">{t('conversation.back')}</LinkButton>}
        />
      </div>
    );
  if (!read.data)
    return (
      <div className={styles.wait}>
        {read.error ? (
          <ErrorNotice title={t('conversation.failed')} error={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <Spinner size="block" />
        )}
      </div>
    );
  const conversation = read.data;
  const isAlone = !conversation.people.some(({ accountId, left }) => accountId !== me.accountId && !left);
  return (
    <section className={styles.conversation} aria-labelledby={titleId}>
      <ConversationHead
        conversation={conversation}
        meId={me.accountId}
        titleId={titleId}
        renderPicker={renderPicker}
        onAnswer={isAlone ? null : () => document.getElementById(fieldId)?.focus()}
        onLeft={onLeft}
      />
      <MessageLog conversation={conversation} messages={messages} meId={me.accountId} answer={answer} />
      {read.error && <output className={styles.notRefreshed}>{t('conversation.notRefreshed')}</output>}
      {isAlone ? (
        <div className={styles.form}>
          <Notice title={t('conversation.alone')}>{t('conversation.aloneWords')}</Notice>
        </div>
      ) : (
        <AnswerForm answer={answer} fieldId={fieldId} />
      )}
    </section>
  );
}

/** One conversation: what was written, and where one answers. To be mounted anew for each. Source: SC-43. */
export function ConversationScreen(props: Props) {
  const me = useRead('readMe');
  if (!me.data)
    return (
      <div className={styles.wait}>
        {me.error ? <ErrorNotice error={me.error} onRetry={() => void me.refetch()} /> : <Spinner size="block" />}
      </div>
    );
  return <OpenConversation {...props} me={me.data} />;
}
