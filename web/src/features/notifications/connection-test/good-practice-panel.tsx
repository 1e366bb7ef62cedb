import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/index.ts';
import styles from './connection-test.module.css';

const groups = ['technical', 'preparation', 'comfort'] as const;

/** How to make a meeting go well. Source: SC-86 to SC-88. */
export function GoodPracticePanel() {
  const { t } = useTranslation('notifications');
  return (
    <Panel title={t('connection.practice.title')}>
      <div className={styles.practice}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={styles.name}>{t(`connection.practice.${group}`)}</h3>
            <ul className={styles.points}>
              {t(`connection.practice.${group}Points`, { returnObjects: true }).map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
