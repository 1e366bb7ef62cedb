import type { Provenance, ProvenanceRun } from '@concertation/shared/contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Dialog, EmptyState, ErrorNotice, Spinner, useFormats } from '../../ui/index.ts';
import styles from './provenance-dialog.module.css';

type Shown = { place: string; run: ProvenanceRun };

/** Tones given to people in the order in which they are met; more people share them, and their names tell them apart. */
const tones = 6;
const toneOf = (by: number | null): string | undefined => (by === null ? undefined : String(by % tones));

/** « Qui a écrit ceci »: the words of a frozen report, and for each passage who wrote it, when, and from where. Rule PRV-8. */
export function ProvenanceDialog({ reportId, onClose }: { reportId: string; onClose: () => void }) {
  const { t } = useTranslation('reports');
  const { data, error, refetch } = useRead('readProvenance', { params: { reportId } });
  return (
    <Dialog title={t('provenance.title')} size="large" isOpen onClose={onClose}>
      {data && <Words provenance={data} />}
      {!data && !error && <Spinner size="block" label={t('loading')} />}
      {error?.code === 'not_found' && <EmptyState title={t('provenance.none')}>{t('provenance.noneWords')}</EmptyState>}
      {error && error.code !== 'not_found' && <ErrorNotice error={error} onRetry={() => void refetch()} />}
    </Dialog>
  );
}

function Words({ provenance }: { provenance: Provenance }) {
  const { t } = useTranslation('reports');
  const told = useId();
  const [shown, setShown] = useState<Shown | null>(null);
  const sections = provenance.sections.filter(({ runs }) => runs.length > 0);
  return (
    <div className={styles.provenance}>
      <p className={styles.help}>{t('provenance.help')}</p>
      <ul className={styles.people} aria-label={t('provenance.people')}>
        {provenance.people.map(({ name, role }, index) => (
          <li key={index}>
            <span className={styles.sample} data-tone={toneOf(index)} aria-hidden="true" />
            {t('provenance.person', { name, role: t(`provenance.role.${role as 'presenter'}`) })}
          </li>
        ))}
      </ul>
      <output id={told} className={styles.told}>
        {shown ? <Told run={shown.run} people={provenance.people} /> : t('provenance.choose')}
      </output>
      {sections.map(({ section, runs }) => (
        <section key={section}>
          <h3 className={styles.heading}>{t(`section.${section}`)}</h3>
          <p className={styles.words}>
            {runs.map((run, index) => {
              const place = `${section} ${index}`;
              const show = () => setShown({ place, run });
              return (
                <span
                  key={place}
                  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A button element would be a block in the middle of the words.
                  role="button"
                  tabIndex={0}
                  className={styles.run}
                  data-tone={toneOf(run.by)}
                  aria-pressed={shown?.place === place}
                  aria-describedby={shown?.place === place ? told : undefined}
                  onFocus={show}
                  onPointerEnter={show}
                  onClick={show}
                  onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && show()}
                >
                  {run.text}
                </span>
              );
            })}
          </p>
        </section>
      ))}
      <Fields provenance={provenance} />
    </div>
  );
}

/** Who, what they were, when; and for copied words, who had written them in the sheet. */
function Told({ run, people }: { run: ProvenanceRun; people: Provenance['people'] }) {
  const { t } = useTranslation('reports');
  const { moment } = useFormats();
  const nameOf = (by: number | null): string => (by === null ? t('provenance.product') : (people[by]?.name ?? ''));
  return (
    <>
      {t(run.from ? 'provenance.copied' : 'provenance.written', {
        name: nameOf(run.by),
        when: t(`provenance.when.${run.when}`),
        moment: moment(run.at),
        part: run.from ? t(`provenance.part.${run.from.section}`) : '',
        author: run.from ? nameOf(run.from.by) : '',
        since: run.from ? moment(run.from.at) : '',
      })}
    </>
  );
}

function Fields({ provenance: { fields, people } }: { provenance: Provenance }) {
  const { t } = useTranslation('reports');
  const { moment } = useFormats();
  if (fields.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('decisionTitle')}</h3>
      <dl className={styles.fields}>
        {fields.map(({ field, by, at, when }) => (
          <div key={field}>
            <dt>{t(`field.${field}`)}</dt>
            <dd>
              {t('provenance.written', {
                name: by === null ? t('provenance.product') : (people[by]?.name ?? ''),
                when: t(`provenance.when.${when}`),
                moment: moment(at),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
