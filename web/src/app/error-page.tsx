import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { HelpContacts } from '../features/organisations/index.ts';
import { Button, useDocumentTitle } from '../ui/index.ts';
import styles from './opening-page.module.css';

/** A part of the application that could not be fetched: browsers each have their own sentence for it. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error && /dynamically imported module|module script failed|Unable to preload/i.test(error.message)
  );
}

/** Inside the frame, where a page that failed would be: what happened, and two ways out. */
export function ErrorNote() {
  const { t } = useTranslation('app');
  const error = useRouteError();
  useDocumentTitle(t('error.title'));
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div className={styles.words} role="alert">
      <h1>{t('error.title')}</h1>
      <p>{isMissingPart(error) ? t('error.newVersion') : t('error.words')}</p>
      <div className={styles.actions}>
        <Button variant="primary" onPress={() => window.location.reload()}>
          {t('error.reload')}
        </Button>
        <Button onPress={() => window.location.assign('/')}>{t('error.home')}</Button>
      </div>
      <HelpContacts />
    </div>
  );
}

/** The same when the frame itself failed. */
export function ErrorPage() {
  return (
    <main className={styles.page}>
      <ErrorNote />
    </main>
  );
}
