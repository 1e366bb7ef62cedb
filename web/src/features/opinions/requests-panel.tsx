import type { OpinionRequest } from '@concertation/shared/contracts';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import {
  Badge,
  EmptyState,
  ErrorNotice,
  IdentityBanner,
  LinkButton,
  Panel,
  Spinner,
  useFormats,
} from '../../ui/index.ts';
import styles from './opinions.module.css';

export type Box = 'received' | 'sent';

const boxes = [
  { box: 'received', href: '/avis' },
  { box: 'sent', href: '/avis?boite=envoyees' },
] as const;

function Row({ request, box }: { request: OpinionRequest; box: Box }) {
  const { t } = useTranslation('opinions');
  const { moment } = useFormats();
  const { caseId, opinionId, patient, askedBy, askedAt, colleague, boardName, question, state, mine } = request;
  const of = boardName ?? colleague?.name ?? '';
  return (
    <li className={styles.request}>
      <div className={styles.requestHead}>
        <Link href={`/avis/${caseId}/${opinionId}`} className={styles.identity ?? ''}>
          <IdentityBanner patient={patient} variant="line" />
        </Link>
        <Badge tone={state === 'pending' ? 'warning' : 'success'}>{t(`state.${state}`)}</Badge>
      </div>
      <p className={styles.soft}>
        {box === 'received'
          ? t('by', { name: askedBy.name, date: moment(askedAt) })
          : t('to', { name: of, date: moment(askedAt) })}
        {box === 'received' && boardName !== null && ` · ${boardName}`}
      </p>
      <p className={styles.excerpt}>{question}</p>
      {mine && <p className={styles.todo}>{t(request.draft === '' ? 'todo' : 'resume')}</p>}
    </li>
  );
}

/** « Avis »: what is asked of me and of my platforms, or what I asked; those that wait first. Source: SC-33, SC-101. */
export function RequestsPanel({ box }: { box: Box }) {
  const { t } = useTranslation('opinions');
  const requests = useRead('listOpinionRequests', { query: { box } }, { refreshEvery: 60_000 });
  return (
    <>
      <nav className={styles.boxes} aria-label={t('boxes')}>
        {boxes.map((one) => (
          <Link
            key={one.box}
            href={one.href}
            className={styles.box ?? ''}
            {...(one.box === box ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`box.${one.box}`)}
          </Link>
        ))}
      </nav>
      <Panel title={t(`list.${box}`)} padding={false}>
        {requests.isPending && <Spinner size="block" />}
        {requests.error && (
          <div className={styles.inset}>
            <ErrorNotice title={t('failed')} error={requests.error} onRetry={() => void requests.refetch()} />
          </div>
        )}
        {requests.data?.length === 0 && (
          <EmptyState
            title={t(`none.${box}`)}
            action={box === 'sent' && <LinkButton href="/">{t('toPatients')}</LinkButton>}
          >
            {t(`noneWords.${box}`)}
          </EmptyState>
        )}
        {requests.data && requests.data.length > 0 && (
          <ul className={styles.requests}>
            {requests.data.map((request) => (
              <Row key={request.opinionId} request={request} box={box} />
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
