import type { Service } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Icon, type IconName } from '../ui/index.ts';
import styles from './rail.module.css';

type Place = { id: Service; path: string; icon: IconName };

/** The five places of the product, and the addresses that belong to each. Source: SC-31 to SC-35. */
const places: (Place & { under: RegExp })[] = [
  { id: 'patients', path: '/', icon: 'patients', under: /^\/($|patients|dossiers|presenter)/ },
  { id: 'colleagues', path: '/confreres', icon: 'people', under: /^\/confreres/ },
  { id: 'opinions', path: '/avis', icon: 'opinion', under: /^\/avis/ },
  { id: 'staff', path: '/staff', icon: 'staff', under: /^\/(staff|reunions)/ },
  { id: 'cohorts', path: '/cohortes', icon: 'cohort', under: /^\/cohortes/ },
];

/**
 * Where one chose to go, the others being reached by links (PA-18), at the left of a computer's screen and at the foot of a telephone's. During a meeting a telephone
 * gives that place to the meeting's own parts.
 */
export function Rail({ services }: { services: readonly Service[] }) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  return (
    <nav
      className={styles.rail}
      aria-label={t('navigation')}
      data-meeting={pathname.startsWith('/reunions/') || undefined}
    >
      <ul className={styles.places}>
        {places
          .filter(({ id }) => services.includes(id))
          .map(({ id, path, icon, under }) => (
            <li key={id}>
              <Link
                className={styles.place}
                to={path}
                aria-current={pathname === path ? 'page' : under.test(pathname) ? 'true' : undefined}
              >
                <Icon name={icon} size={24} />
                {t(`places.${id}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
