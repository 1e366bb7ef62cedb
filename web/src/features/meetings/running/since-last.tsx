import type { CaseChanges } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshFacts, useRead } from '../../../api/index.ts';
import { ErrorNotice, Icon, Spinner, useFormats } from '../../../ui/index.ts';
import styles from './running.module.css';

/** « Depuis la dernière RCP »: what changed on the sheet since its last frozen report; read when it is asked for. */
export function SinceLast({ caseId }: { caseId: string }) {
  const { t } = useTranslation('meetings');
  const [isOpen, setOpen] = useState(false);
  const body = `since-${caseId}`;

  /** Compared again each time: people write meanwhile. */
  function toggle(): void {
    if (!isOpen) void refreshFacts('readCaseChanges', { params: { caseId } });
    setOpen(!isOpen);
  }

  return (
    <section className={styles.since}>
      <h3>
        <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={body} onClick={toggle}>
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={16} />
          {t('since.title')}
        </button>
      </h3>
      <div id={body} hidden={!isOpen} className={styles.changes}>
        {isOpen && <Read caseId={caseId} />}
      </div>
    </section>
  );
}

function Read({ caseId }: { caseId: string }) {
  const { t } = useTranslation('meetings');
  const read = useRead('readCaseChanges', { params: { caseId } });
  if (read.error) return <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Spinner label={t('since.loading')} />;
  return <Changes changes={read.data} />;
}

function Changes({ changes: { since, fields, sections } }: { changes: CaseChanges }) {
  const { t } = useTranslation('meetings');
  const { t: sheet } = useTranslation('editor');
  const { moment, date } = useFormats();
  if (!since) return <p className={styles.note}>{t('since.never')}</p>;
  const value = (text: string) =>
    text === '' ? t('since.empty') : /^\d{4}-\d{2}-\d{2}$/.test(text) ? date(text) : text;
  return (
    <>
      <p className={styles.note}>{t('since.from', { board: since.boardName, moment: moment(since.frozenAt) })}</p>
      {fields.length === 0 && sections.length === 0 && <p>{t('since.nothing')}</p>}
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <h4>{sheet(`fields.${field}`)}</h4>
          <ul>
            <Change kind="removed" text={value(before)} />
            <Change kind="added" text={value(after)} />
          </ul>
        </div>
      ))}
      {sections.map(({ section, sentences }) => (
        <div key={section}>
          <h4>{sheet(`sections.${section}`)}</h4>
          <ul>
            {sentences.map(({ change, text }, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same sentence may come twice, and nothing moves
              <Change key={at} kind={change} text={text} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function Change({ kind, text }: { kind: 'added' | 'removed'; text: string }) {
  const { t } = useTranslation('meetings');
  return (
    <li>
      <span>{t(`since.${kind}`)}</span>
      {kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
    </li>
  );
}
