import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './steps.module.css';

export const steps = [1, 2, 3] as const;
export type Step = (typeof steps)[number];

/** The step that an address names; the first when it names none. */
export function readStep(text: string | null): Step {
  return steps.find((step) => String(step) === text) ?? 1;
}

/** The three steps of a presentation, reached in any order. Without an address to go to, only where one is. Source: SC-65. */
export function StepBar({ step, hrefOf }: { step: Step; hrefOf?: (step: Step) => string }) {
  const { t } = useTranslation('presenting');
  return (
    <nav aria-label={t('steps.title')} className={styles.nav}>
      <ol className={styles.steps}>
        {steps.map((one) => {
          const current = one === step ? ({ 'aria-current': 'step' } as const) : {};
          return (
            <li key={one} className={styles.step} data-current={one === step || undefined}>
              {hrefOf ? (
                <Link href={hrefOf(one)} {...current} className={styles.link ?? ''}>
                  {t(`steps.step_${one}`)}
                </Link>
              ) : (
                <span {...current} className={styles.link}>
                  {t(`steps.step_${one}`)}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
