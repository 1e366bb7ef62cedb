import type { CasePresentation, MissingItem } from '@concertation/shared/contracts';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { Button, ErrorNotice, Notice, useFormats, useToast } from '../../ui/index.ts';
import { isBlocking, stepOf, useMissingWords } from './missing-words.ts';
import styles from './presenting.module.css';
import { flushAnswers } from './use-answers.ts';

type Lack = { item: MissingItem; board: string | null };

/** What keeps the case from being registered: the consent once, then what each board asks. */
function blockingOf(prepared: readonly CasePresentation[], consented: boolean): Lack[] {
  const consent: Lack[] = consented ? [] : [{ item: { kind: 'consent' }, board: null }];
  return [
    ...consent,
    ...prepared.flatMap(({ missing, board }) =>
      missing
        .filter((item) => isBlocking(item) && item.kind !== 'consent')
        .map((item): Lack => ({ item, board: board.name })),
    ),
  ];
}

function Lacks({ caseId, lacks }: { caseId: string; lacks: readonly Lack[] }) {
  const words = useMissingWords();
  return (
    <ul className={styles.missing}>
      {lacks.map(({ item, board }) => {
        const text = board ? `${board} : ${words(item)}` : words(item);
        const href = `/dossiers/${caseId}/preparation?etape=${stepOf(item)}${item.kind === 'consent' ? '#consentement' : ''}`;
        return (
          <li key={text}>
            <Link href={href}>{text}</Link>
          </li>
        );
      })}
    </ul>
  );
}

/**
 * « Créer mon patient »: what is still missing, in words, and the button that registers. Everything typed is sent
 * before; a refusal leaves the form as it is. Source: SC-76, SC-77.
 */
export function RegisterPanel({
  caseId,
  registered,
  onRegistered,
}: {
  caseId: string;
  registered: boolean;
  onRegistered: () => void;
}) {
  const { t } = useTranslation('presenting');
  const { meetingTime } = useFormats();
  const { show } = useToast();
  const [tried, setTried] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const presentations = useRead('listCasePresentations', { params: { caseId } });
  const consent = useRead('readConsent', { params: { caseId } });
  const register = useCommand('registerCase', {
    refreshes: ['listCasePresentations', 'readCase', 'listCases', 'listMeetings'],
  });
  if (!presentations.data || !consent.isSuccess) return null;
  const prepared = presentations.data.filter(({ state }) => state === 'preparing');
  if (registered && prepared.length === 0) return null;
  if (consent.data?.opposition === 'objected')
    return (
      <Notice tone="warning" title={t('register.objected')}>
        <p>{t('register.objectedWords')}</p>
      </Notice>
    );
  const lacks = blockingOf(prepared, consent.data !== null);
  const words = prepared.flatMap(({ missing }) => missing).some((item) => item.kind === 'section');
  const refused = prepared.find(({ meetingId }) => meetingId === register.error?.details.meetingId);
  const send = async () => {
    setTried(true);
    const saved = await flushAnswers(presentations.data.map(({ presentationId }) => presentationId));
    setUnsaved(!saved);
    if (!saved) return;
    register.mutate(
      { params: { caseId } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('register.done') });
          onRegistered();
        },
      },
    );
  };
  return (
    <div className={styles.questions}>
      {tried && lacks.length > 0 && (
        <Notice tone="danger" title={t('register.incomplete')}>
          <Lacks caseId={caseId} lacks={lacks} />
        </Notice>
      )}
      {unsaved && <Notice tone="danger" title={t('register.unsaved')} />}
      {register.error && register.error.code !== 'incomplete' && (
        <ErrorNotice
          error={register.error}
          {...(refused ? { title: `${refused.board.name}, ${meetingTime(refused.meetingStartsAt)}` } : {})}
        />
      )}
      {lacks.length === 0 && words && <Notice>{t('register.notReady')}</Notice>}
      <div className={styles.actions}>
        <Button variant="primary" isPending={register.isPending} onPress={() => void send()}>
          {t(registered ? 'register.again' : 'register.create')}
        </Button>
      </div>
    </div>
  );
}
