import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName, Notice } from '../../ui/index.ts';
import type { Way } from './registration-draft.ts';
import styles from './registration.module.css';

const ways: readonly [Way, IconName][] = [
  ['directory', 'search'],
  ['manual', 'edit'],
];

/**
 * The first page of the assistant: what a card is for, and the two ways to register by one’s address. Source: SC-10, SC-11,
 * PA-10, PA-11, PA-13.
 */
export function RegistrationChoice({
  proSanteConnect,
  onChoose,
}: {
  proSanteConnect: boolean;
  onChoose: (way: Way) => void;
}) {
  const { t } = useTranslation('registration');
  return (
    <>
      {proSanteConnect && (
        <Notice title={t('card.title')}>
          <p>{t('card.words')}</p>
          <p>{t('card.computer')}</p>
        </Notice>
      )}
      <section className={styles.stack} aria-labelledby="by-email">
        <h2 id="by-email" className={styles.legend}>
          {t('byEmail.title')}
        </h2>
        <p className={styles.soft}>
          {proSanteConnect && `${t('byEmail.withoutCard')} `}
          {t('byEmail.words')}
        </p>
        <ul className={styles.ways}>
          {ways.map(([way, icon]) => (
            <li key={way}>
              <AriaButton className={styles.way ?? ''} onPress={() => onChoose(way)}>
                <Icon name={icon} />
                <span>
                  <span className={styles.foundName}>{t(way)}</span>
                  <span className={styles.wayWords}>{t(`${way}Words`)}</span>
                </span>
                <Icon name="chevronRight" size={16} />
              </AriaButton>
            </li>
          ))}
        </ul>
        <p className={styles.soft}>{t('withoutRpps')}</p>
      </section>
    </>
  );
}
