import type { CaseCard, MeetingDetail } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { presentPatientName } from '../../lib/index.ts';
import {
  Button,
  Dialog,
  EmptyState,
  ErrorNotice,
  IdentityBanner,
  SearchField,
  Spinner,
  useFormats,
  useToast,
} from '../../ui/index.ts';
import styles from './present-case-dialog.module.css';

/** Puts one of my cases on this meeting's list. */
export function PresentCaseDialog({
  meeting,
  isOpen,
  onClose,
}: {
  meeting: MeetingDetail;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('meetings');
  return (
    <Dialog
      title={t('present.title')}
      isOpen={isOpen}
      onClose={onClose}
      size="large"
      actions={<Button onPress={onClose}>{t('present.close')}</Button>}
    >
      <p>{t('present.intro')}</p>
      <MyCases meeting={meeting} onPresented={onClose} />
    </Dialog>
  );
}

function MyCases({ meeting, onPresented }: { meeting: MeetingDetail; onPresented: () => void }) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const [search, setSearch] = useState('');
  const cases = useRead('listCases', { query: { search: search.trim(), may: 'case.share' } }, { keepPrevious: true });
  const present = useCommand('presentCase', { refreshes: ['readMeeting', 'listCases'] });
  const listed = new Set(meeting.presentations.map((line) => line.caseId));
  const mine = (cases.data?.cards ?? []).filter((card) => !listed.has(card.caseId));

  function choose(card: CaseCard): void {
    present.mutate(
      { params: { meetingId: meeting.meetingId }, body: { caseId: card.caseId } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('present.done', { name: presentPatientName(card.patient) }) });
          onPresented();
        },
      },
    );
  }

  return (
    <>
      <SearchField label={t('present.search')} value={search} onChange={setSearch} />
      {present.error && <ErrorNotice error={present.error} />}
      {cases.isPending && <Spinner size="block" label={t('present.loading')} />}
      {cases.error && <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.data &&
        mine.length === 0 &&
        (search.trim() ? (
          <EmptyState title={t('present.noMatch', { search: search.trim() })} />
        ) : (
          <EmptyState title={t('present.none')}>{t('present.noneHint')}</EmptyState>
        ))}
      <ul className={styles.list}>
        {mine.map((card) => (
          <li key={card.caseId} className={styles.row}>
            <span className={styles.words}>
              <IdentityBanner patient={card.patient} variant="line" />
              <OtherMeeting card={card} />
            </span>
            <Button
              size="small"
              aria-label={t('present.actionFor', { name: presentPatientName(card.patient) })}
              isPending={present.isPending && present.variables.body.caseId === card.caseId}
              isDisabled={present.isPending && present.variables.body.caseId !== card.caseId}
              onPress={() => choose(card)}
            >
              {t('present.action')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function OtherMeeting({ card }: { card: CaseCard }) {
  const { t } = useTranslation('meetings');
  const { meetingTime } = useFormats();
  if (!card.meeting) return null;
  return (
    <span className={styles.other}>
      {t('present.otherMeeting', { board: card.meeting.boardName, date: meetingTime(card.meeting.startsAt) })}
    </span>
  );
}
