import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';

const sections = [
  ['identite', 'identity'],
  ['organisations', 'organisations'],
  ['inscriptions', 'registrations'],
  ['quorum', 'quorum'],
  ['etiquettes', 'labels'],
  ['infos', 'questionnaire'],
  ['visioconference', 'video'],
  ['portail', 'portal'],
  ['invites', 'guests'],
] as const;

/** What only a board that meets decides. */
const ofMeetings: readonly string[] = ['registrations', 'quorum', 'video'];

/** The parts of the administration, to jump to one. */
export function SectionLinks({ meets }: { meets: boolean }) {
  const { t } = useTranslation('boards');
  return (
    <nav className={styles.links} aria-label={t('administration.parts')}>
      {sections
        .filter(([, name]) => meets || !ofMeetings.includes(name))
        .map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {t(`section.${name}`)}
          </a>
        ))}
    </nav>
  );
}
