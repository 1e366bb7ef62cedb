import type { ExpectedConnection, MeetingDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { localeOf } from '../../lib/index.ts';
import { Badge, ErrorNotice, Panel, Spinner, useFormats, useLanguage } from '../../ui/index.ts';
import { byNeed, connectionProblems, connectionState, inMegabits } from './connection-words.ts';
import styles from './guests.module.css';

const tones = { passed: 'success', failed: 'warning', never: 'neutral' } as const;

/** What a test found, in words: what is wrong, the road of the voice, the rates. */
function Found({ test: { at, outcome } }: { test: NonNullable<ExpectedConnection['test']> }) {
  const { t } = useTranslation('guests');
  const { moment } = useFormats();
  const { language } = useLanguage();
  const { media, download, upload } = outcome;
  const megabits = (rate: number) => inMegabits(rate).toLocaleString(localeOf(language));
  const words = [
    ...connectionProblems(outcome).map((problem) => t(`connections.problem.${problem}`)),
    ...(media === null ? [] : [t(`connections.media.${media}`)]),
    ...(download === null || upload === null
      ? []
      : [t('connections.rates', { down: megabits(download), up: megabits(upload) })]),
  ];
  return (
    <span className={styles.soft}>
      {words.length > 0 && `${words.join(', ')} · `}
      <time dateTime={at}>{moment(at)}</time>
    </span>
  );
}

/**
 * « Tests de connexion »: the latest of everybody expected, those who need help first, for who runs a meeting that is
 * not over. Source: OO-26, SC-82.
 */
export function ConnectionsPanel({ meeting: { meetingId } }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('guests');
  const expected = useRead('listExpectedConnections', { params: { meetingId } }, { refreshEvery: 30_000 });
  const people = expected.data ?? [];
  const passed = people.filter(({ test }) => test?.passed).length;
  return (
    <Panel title={t('connections.title')} level={3} padding={false}>
      {expected.isPending && <Spinner size="block" label={t('connections.loading')} />}
      {expected.error && !expected.data && (
        <ErrorNotice error={expected.error} onRetry={() => void expected.refetch()} />
      )}
      {expected.data && (
        <>
          <div className={styles.inset}>
            <p className={styles.summary}>{t('connections.summary', { passed, count: people.length })}</p>
            <p className={styles.soft}>{t('connections.words')}</p>
          </div>
          <ul className={styles.rows}>
            {byNeed(people).map((one) => (
              <li key={one.accountId} className={styles.row}>
                <span className={styles.rowWords}>
                  <span className={styles.name}>{one.name}</span>
                  <span className={styles.soft}>{one.specialty}</span>
                  {one.test && <Found test={one.test} />}
                </span>
                <Badge tone={tones[connectionState(one)]}>{t(`connections.${connectionState(one)}`)}</Badge>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
