import type { Me } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../features/signing-in/index.ts';
import { headerName, languages, personInitials } from '../lib/index.ts';
import { Button, Icon, Menu, themes, useLanguage, useTheme, VisuallyHidden } from '../ui/index.ts';
import styles from './frame.module.css';
import { useUnreadMessages } from './use-unread-messages.ts';
import { useLockScreen } from './use-lock-screen.ts';

/** Who is signed in, and what they may do about it. Source: SC-21, SC-36, SC-42, SC-43, SC-45, PA-24. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation('app');
  const { language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  const { signOut } = useSignOut();
  const lock = useLockScreen();
  const unread = useUnreadMessages();
  const name = (
    <span className={styles.person}>
      <span className={styles.personName}>{headerName(me)}</span>
      <span className={styles.personSpecialty}>{me.specialty}</span>
    </span>
  );
  return (
    <Menu
      label={t('account.open')}
      trigger={
        <Button variant="quiet" className={styles.accountButton}>
          <span className={styles.initials} aria-hidden="true">
            {personInitials(me.name)}
            <span className={styles.personMark}>
              <Icon name="person" size={14} />
            </span>
          </span>
          <VisuallyHidden>{t('account.of')}</VisuallyHidden>
          {name}
        </Button>
      }
      header={name}
      groups={[
        {
          id: 'account',
          entries: [
            { id: 'mine', label: t('account.mine'), icon: 'person', href: '/compte' },
            { id: 'messages', label: t('account.messages', { count: unread }), icon: 'mail', href: '/messages' },
            { id: 'secure', label: t('account.secure'), icon: 'key', href: '/compte?cle=nouvelle' },
            { id: 'organisations', label: t('account.organisations'), icon: 'building', href: '/organisations' },
            ...(me.abilities.includes('platform.read')
              ? [
                  {
                    id: 'administration',
                    label: t('account.administration'),
                    icon: 'settings' as const,
                    href: '/administration',
                  },
                ]
              : []),
            { id: 'test', label: t('account.connectionTest'), icon: 'connection', href: '/test-de-connexion' },
          ],
        },
        {
          id: 'theme',
          title: t('account.theme'),
          selected: theme,
          entries: themes.map((id) => ({ id, label: t(`account.theme_${id}`), onAction: () => setTheme(id) })),
        },
        {
          id: 'language',
          title: t('account.language'),
          selected: language,
          entries: languages.map((id) => ({ id, label: t(`account.language_${id}`), onAction: () => setLanguage(id) })),
        },
        {
          id: 'leave',
          entries: [
            { id: 'lock', label: t('account.lock'), icon: 'lock', onAction: lock },
            { id: 'sign-out', label: t('account.signOut'), icon: 'signOut', onAction: () => signOut({ left: true }) },
          ],
        },
      ]}
    />
  );
}
