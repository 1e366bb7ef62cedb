import type { AuditLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, download, useRead } from '../../../api/index.ts';
import { parseTypedDate } from '../../../lib/index.ts';
import {
  Badge,
  Button,
  CheckboxField,
  DateField,
  EmptyState,
  ErrorNotice,
  Panel,
  Spinner,
  TextField,
  useFormats,
  useSettled,
} from '../../../ui/index.ts';
import styles from '../administration.module.css';

/** The server gives so many lines at a time. */
const together = 100;

/** A day once it is typed whole; until then it filters nothing. */
function dayOf<Name extends 'from' | 'to'>(name: Name, typed: string): { [Key in Name]?: string } {
  const day = parseTypedDate(typed);
  return (day ? { [name]: day } : {}) as { [Key in Name]?: string };
}

function Row({ line }: { line: AuditLine }) {
  const { t } = useTranslation('administration');
  const { moment } = useFormats();
  const details = Object.entries(line.details).map(([name, value]) => `${name} : ${String(value)}`);
  return (
    <li className={styles.line} data-marked={line.marked || undefined}>
      <span className={styles.at}>{moment(line.at)}</span>
      <span className={styles.what}>
        <span className={styles.head}>
          <strong>{line.kind}</strong>
          {line.marked && <Badge tone="danger">{t('audit.marked')}</Badge>}
        </span>
        <span>{line.accountName ?? t('audit.nobody')}</span>
        <span className={styles.soft}>
          {[line.subject, line.patientId && t('audit.patient', { id: line.patientId }), ...details]
            .filter((word) => word)
            .join(' · ')}
        </span>
      </span>
    </li>
  );
}

/** Who did what, when: ids and codes alone, to be compared with what somebody tells. */
export function AuditPanel() {
  const { t } = useTranslation('administration');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [kind, setKind] = useState('');
  const [marked, setMarked] = useState(false);
  const settledKind = useSettled(kind.trim());
  const query = {
    ...dayOf('from', from),
    ...dayOf('to', to),
    ...(settledKind ? { kind: settledKind } : {}),
    ...(marked ? { marked: 'true' as const } : {}),
  };
  const asked = JSON.stringify(query);
  const found = useRead('searchAudit', { query }, { keepPrevious: true });
  const [older, setOlder] = useState<{ asked: string; lines: AuditLine[]; ended: boolean }>({
    asked,
    lines: [],
    ended: false,
  });
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const more = older.asked === asked ? older : { asked, lines: [], ended: false };
  const lines = [...(found.data ?? []), ...more.lines];
  const last = lines.at(-1);
  const hasMore = !more.ended && lines.length >= together && last !== undefined;

  const attempt = async (work: () => Promise<void>) => {
    setPending(true);
    setFailure(null);
    await work().catch(setFailure);
    setPending(false);
  };
  const readOlder = () =>
    attempt(async () => {
      const next = await call('searchAudit', { query: { ...query, before: last?.position } });
      setOlder({ asked, lines: [...more.lines, ...next], ended: next.length < together });
    });
  const save = () =>
    attempt(async () => {
      await download('exportAudit', { query }, 'journal.csv');
    });

  return (
    <Panel
      title={t('audit.title')}
      padding={false}
      actions={
        <Button icon="download" isPending={isPending} onPress={() => void save()}>
          {t('audit.export')}
        </Button>
      }
    >
      <div className={styles.tools}>
        <DateField label={t('audit.from')} value={from} onChange={setFrom} />
        <DateField label={t('audit.to')} value={to} onChange={setTo} />
        <TextField label={t('audit.kind')} placeholder="report.frozen" value={kind} onChange={setKind} maxLength={60} />
        <CheckboxField isSelected={marked} onChange={setMarked}>
          {t('audit.onlyMarked')}
        </CheckboxField>
      </div>
      {failure !== null && (
        <div className={styles.inset}>
          <ErrorNotice error={failure} />
        </div>
      )}
      {found.isPending && <Spinner size="block" />}
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('failed')} error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {found.data?.length === 0 && <EmptyState title={t('audit.none')}>{t('audit.noneWords')}</EmptyState>}
      {lines.length > 0 && (
        <ol className={styles.lines} aria-busy={found.isPlaceholderData}>
          {lines.map((line) => (
            <Row key={line.position} line={line} />
          ))}
        </ol>
      )}
      {hasMore && (
        <div className={styles.inset}>
          <Button isPending={isPending} onPress={() => void readOlder()}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
