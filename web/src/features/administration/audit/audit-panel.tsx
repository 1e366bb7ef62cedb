import type { AuditAct } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, download, useRead } from '../../../api/index.ts';
import { parseTypedDate } from '../../../lib/index.ts';
import { Button, CheckboxField, DateField, EmptyState, ErrorNotice, Panel, Spinner } from '../../../ui/index.ts';
import styles from '../administration.module.css';
import { type ReadLines, shownLines, withOlder } from './audit-lines.ts';
import { AuditRow } from './audit-row.tsx';
import { KindField } from './kind-field.tsx';

/** A day once it is typed whole; until then it filters nothing. */
function dayOf<Name extends 'from' | 'to'>(name: Name, typed: string): { [Key in Name]?: string } {
  const day = parseTypedDate(typed);
  return (day ? { [name]: day } : {}) as { [Key in Name]?: string };
}

function Failure({ error }: { error: unknown }) {
  return (
    <div className={styles.inset}>
      <ErrorNotice error={error} />
    </div>
  );
}

/** Who did what, when: ids and codes alone, to be compared with what somebody tells. */
export function AuditPanel() {
  const { t } = useTranslation('administration');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [kind, setKind] = useState<AuditAct | null>(null);
  const [marked, setMarked] = useState(false);
  const query = {
    ...dayOf('from', from),
    ...dayOf('to', to),
    ...(kind ? { kind } : {}),
    ...(marked ? { marked: 'true' as const } : {}),
  };
  const asked = JSON.stringify(query);
  const found = useRead('searchAudit', { query }, { keepPrevious: true });
  const [read, setRead] = useState<ReadLines | null>(null);
  const [pending, setPending] = useState<'older' | 'export' | null>(null);
  const [failure, setFailure] = useState<{ what: 'older' | 'export'; asked: string; error: unknown } | null>(null);
  // What was refused under other filters says nothing of these.
  const shownFailure = failure?.asked === asked ? failure.what : null;
  const { lines, hasMore } = shownLines(read, asked, found.data ?? []);

  const attempt = async (what: 'older' | 'export', work: () => Promise<void>) => {
    setPending(what);
    setFailure(null);
    await work().catch((error: unknown) => setFailure({ what, asked, error }));
    setPending(null);
  };
  const readOlder = () =>
    attempt('older', async () => {
      const older = await call('searchAudit', { query: { ...query, before: lines.at(-1)?.position } });
      setRead(withOlder(asked, lines, older));
    });
  const save = () =>
    attempt('export', async () => {
      await download('exportAudit', { query }, 'journal.csv');
    });

  return (
    <Panel
      title={t('audit.title')}
      padding={false}
      actions={
        <Button icon="download" isPending={pending === 'export'} onPress={() => void save()}>
          {t('audit.export')}
        </Button>
      }
    >
      <div className={styles.tools}>
        <DateField label={t('audit.from')} value={from} onChange={setFrom} />
        <DateField label={t('audit.to')} value={to} onChange={setTo} />
        <KindField value={kind} onChange={setKind} />
        <CheckboxField isSelected={marked} onChange={setMarked}>
          {t('audit.onlyMarked')}
        </CheckboxField>
      </div>
      {shownFailure === 'export' && <Failure error={failure?.error} />}
      {found.isPending && <Spinner size="block" />}
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('failed')} error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {lines.length === 0 && found.data && <EmptyState title={t('audit.none')}>{t('audit.noneWords')}</EmptyState>}
      {lines.length > 0 && (
        <ol className={styles.lines} aria-busy={found.isPlaceholderData}>
          {lines.map((line) => (
            <AuditRow key={line.position} line={line} />
          ))}
        </ol>
      )}
      {shownFailure === 'older' && <Failure error={failure?.error} />}
      {hasMore && !found.isPlaceholderData && (
        <div className={styles.inset}>
          <Button isPending={pending === 'older'} onPress={() => void readOlder()}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
