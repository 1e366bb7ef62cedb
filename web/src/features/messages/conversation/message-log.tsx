import type { Conversation } from '@concertation/shared/contracts';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ErrorNotice, useFormats } from '../../../ui/index.ts';
import type { AnswerKeeper } from './answer-keeper.ts';
import styles from './conversation.module.css';
import { MessageLine } from './message-line.tsx';
import { readersOf } from './readers-of.ts';
import { UnsentLine } from './unsent-line.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useLogScroll } from './use-log-scroll.ts';
import { useMarkRead } from './use-mark-read.ts';
import type { useMessages } from './use-messages.ts';
import { useShownPage } from './use-shown-page.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const localDay = (instant: string) => new Date(instant).toDateString();

export type MessageLogProps = {
  conversation: Conversation;
  messages: Pick<ReturnType<typeof useMessages>, 'known' | 'older' | 'readOlder' | 'erase'>;
  meId: string;
  answer: AnswerKeeper;
};

/** What was written, day after day, and what of mine is on its way; reading its end marks it as read. */
export function MessageLog({
  conversation,
  messages: { known, older, readOlder, erase },
  meId,
  answer,
}: MessageLogProps) {
  const { t } = useTranslation('messages');
  const { day } = useFormats();
  const { conversationId, people } = conversation;
  const { messages } = known;
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const readUntil = people.find(({ accountId }) => accountId === meId)?.readUntil ?? null;
  // Where the reading stopped when this was opened: the mark stays there.
  const [firstNew] = useState(() => {
    const at = messages.findIndex(({ authorId, sentAt }) => authorId !== meId && sentAt > (readUntil ?? ''));
    return at > 0 ? messages[at]?.messageId : undefined;
  });
  const shown = new Set(messages.map(({ messageId }) => messageId));
  const unsent = answer.unsent.filter(({ messageId }) => !shown.has(messageId));
  const nameOf = (id: string) => people.find(({ accountId }) => accountId === id)?.name ?? t('somebody');
  const last = messages.at(-1);
  const { log, mark, isAtEnd, toEnd } = useLogScroll({
    firstId: messages[0]?.messageId,
    lastId: unsent.at(-1)?.messageId ?? last?.messageId,
    isLastMine: unsent.length > 0 || last?.authorId === meId,
  });
  const isShown = useShownPage();
  useMarkRead({ conversationId, messages, meId, readUntil, isSeen: isAtEnd && isShown });
  const arrivals = useArrivals(messages, meId, nameOf);
  const lastMine = messages.findLast(({ authorId, text }) => authorId === meId && text !== null);
  const note = lastMine && readersOf(lastMine, people, meId);
  const hasNewBelow = !isAtEnd && last !== undefined && last.authorId !== meId && last.sentAt > (readUntil ?? '');
  return (
    <div className={styles.logFrame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keys too. */}
      <section ref={log} className={styles.log} aria-label={t('conversation.messages')} tabIndex={0}>
        {(known.older || older.error) && (
          <div className={styles.older}>
            {older.error && <ErrorNotice error={older.error} />}
            <Button
              size="small"
              isPending={older.isPending}
              onPress={() => {
                // The button goes with the last page: the focus stays in the log.
                log.current?.focus({ preventScroll: true });
                readOlder();
              }}
            >
              {t('conversation.older')}
            </Button>
          </div>
        )}
        <ol className={styles.lines}>
          {messages.map((message, index) => (
            <Fragment key={message.messageId}>
              {localDay(message.sentAt) !== localDay(messages[index - 1]?.sentAt ?? '') && (
                <li className={styles.day}>
                  <time dateTime={message.sentAt}>{day(message.sentAt)}</time>
                </li>
              )}
              {message.messageId === firstNew && (
                <li ref={mark} className={styles.newMark}>
                  {t('conversation.new')}
                </li>
              )}
              <MessageLine
                message={message}
                author={nameOf(message.authorId)}
                isMine={message.authorId === meId}
                note={
                  message === lastMine &&
                  note && (
                    <p className={styles.note}>
                      {note.everybody
                        ? t('conversation.readByAll')
                        : t('conversation.readBy', { names: note.names.join(', ') })}
                    </p>
                  )
                }
                onWithdraw={() => setWithdrawing(message.messageId)}
              />
            </Fragment>
          ))}
          {unsent.map((one) => (
            <UnsentLine key={one.messageId} unsent={one} answer={answer} />
          ))}
        </ol>
      </section>
      {hasNewBelow && (
        <Button size="small" variant="primary" icon="chevronDown" className={styles.toNew} onPress={toEnd}>
          {t('conversation.toNew')}
        </Button>
      )}
      {arrivals}
      {withdrawing !== null && (
        <WithdrawDialog
          conversationId={conversationId}
          messageId={withdrawing}
          onDone={() => {
            erase(withdrawing);
            log.current?.focus({ preventScroll: true });
          }}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </div>
  );
}
