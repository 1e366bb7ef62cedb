import type { FileLine } from '@concertation/shared/contracts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ErrorNotice, Spinner } from '../../../ui/index.ts';
import { usePage } from './use-page.ts';
import { useKeys } from './use-keys.ts';
import styles from './viewer.module.css';

const zooms = [1, 1.5, 2, 3, 4] as const;

/** The pages of an image or a PDF, one at a time, enlarged at will. Everything has a key and a button. */
export function PagesViewer({ caseId, line }: { caseId: string; line: FileLine }) {
  const { t } = useTranslation('files');
  const { fileId, name, pages } = line;
  const [page, setPage] = useState(1);
  const [step, setStep] = useState(0);
  const stage = useRef<HTMLElement>(null);
  const { address, error, retry } = usePage(caseId, fileId, page, pages);
  const zoom = zooms[step] ?? 1;

  const turn = (by: number) => {
    const next = Math.min(Math.max(page + by, 1), pages);
    if (next === page) return;
    setPage(next);
    stage.current?.scrollTo({ top: 0, left: 0 });
  };
  const enlarge = (by: number) => setStep((now) => Math.min(Math.max(now + by, 0), zooms.length - 1));
  useKeys({
    PageUp: () => turn(-1),
    PageDown: () => turn(1),
    Home: () => turn(-pages),
    End: () => turn(pages),
    '+': () => enlarge(1),
    '=': () => enlarge(1),
    '-': () => enlarge(-1),
    '0': () => setStep(0),
    // Enlarged, the arrows move over the page.
    ...(zoom === 1 ? { ArrowLeft: () => turn(-1), ArrowRight: () => turn(1) } : {}),
  });

  return (
    <div className={styles.viewer}>
      <div className={styles.tools}>
        {pages > 1 && (
          <span className={styles.group}>
            <Button icon="back" aria-label={t('viewer.previous')} isDisabled={page === 1} onPress={() => turn(-1)} />
            <Button
              icon="chevronRight"
              aria-label={t('viewer.next')}
              isDisabled={page === pages}
              onPress={() => turn(1)}
            />
          </span>
        )}
        <output className={styles.place}>{t('viewer.page', { page, pages })}</output>
        <span className={styles.group}>
          <Button icon="zoomOut" aria-label={t('viewer.zoomOut')} isDisabled={step === 0} onPress={() => enlarge(-1)} />
          <Button
            icon="zoomIn"
            aria-label={t('viewer.zoomIn')}
            isDisabled={step === zooms.length - 1}
            onPress={() => enlarge(1)}
          />
          <Button isDisabled={step === 0} onPress={() => setStep(0)}>
            {t('viewer.whole')}
          </Button>
        </span>
      </div>
      {/* What scrolls must be reached by the keyboard, which then moves over the page. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows scroll an enlarged page. */}
      <section ref={stage} className={styles.stage} aria-label={t('viewer.region')} tabIndex={0}>
        {address && (
          <img
            src={address}
            alt={t('viewer.pageOf', { name, page, pages })}
            className={styles.page}
            data-whole={zoom === 1 || undefined}
            style={zoom === 1 ? undefined : { inlineSize: `${zoom * 100}%` }}
          />
        )}
        {!address && !error && <Spinner size="block" label={t('viewer.drawing')} />}
        {error !== null && <ErrorNotice error={error} title={t('viewer.failed')} onRetry={retry} />}
      </section>
      <p className={styles.keys}>{t('viewer.keys')}</p>
    </div>
  );
}
