import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextArea } from '../../../ui/index.ts';
import { useCall, useCallActions, useCallScreen } from '../call-context.ts';
import { useModerates, useMySeat } from '../use-me-in-call.ts';
import { ChatLine } from './chat-line.tsx';
import { SidePanel } from './side-panel.tsx';
import styles from './side.module.css';

/** What is being typed is kept while the panel is closed, and comes back when it could not be sent. */
function Form() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const { chatDraft } = useCallScreen();
  const [text, setText] = useState(chatDraft.text);
  const [failed, setFailed] = useState(false);
  const [sending, setSending] = useState(false);
  const type = (typed: string) => {
    chatDraft.keep(typed);
    setText(typed);
  };
  async function send(): Promise<void> {
    const line = text.trim();
    if (sending || line === '') return;
    setSending(true);
    type('');
    const sent = await call.sendChat(line);
    setSending(false);
    setFailed(!sent);
    if (!sent) type([line, chatDraft.text].filter((part) => part !== '').join('\n'));
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={t('chat.field')}
        rows={2}
        maxLength={1000}
        value={text}
        onChange={type}
        error={failed ? t('chat.notSent') : null}
        onKeyDown={(event) => {
          // Other keys are not this field's: Escape closes the panel.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing)
            return event.continuePropagation();
          event.preventDefault();
          void send();
        }}
      />
      <Button type="submit" variant="primary" size="small" isPending={sending} className={styles.send}>
        {t('chat.send')}
      </Button>
    </form>
  );
}

/** « Discussion »: it disappears with the meeting, except the lines that who runs it keeps in the notes. */
export function ChatPanel() {
  const { t } = useTranslation('call');
  const chat = useCall((state) => state.chat);
  const me = useMySeat();
  const moderates = useModerates();
  const last = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What browsers give back from scrolling is no clean-up.
    last.current?.scrollIntoView({ block: 'nearest' });
  }, [chat.length]);
  return (
    <SidePanel title={t('chat.title')} closeLabel={t('chat.close')} foot={<Form />}>
      <div className={styles.stack}>
        <p className={styles.hint}>{t(moderates ? 'chat.vanishesUnless' : 'chat.vanishes')}</p>
        {chat.length === 0 && <p className={styles.hint}>{t('chat.empty')}</p>}
        <div role="log" aria-label={t('chat.lines')}>
          <ol className={styles.lines}>
            {chat.map((line) => (
              <ChatLine key={line.lineId} line={line} mine={line.accountId === me?.accountId} moderates={moderates} />
            ))}
          </ol>
        </div>
        <div ref={last} />
      </div>
    </SidePanel>
  );
}
