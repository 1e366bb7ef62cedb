import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColleaguesPanel, InviteColleagueDialog } from '../features/directory/index.ts';
import { Button, PageHeader } from '../ui/index.ts';

/** `/confreres` */
export function ColleaguesPage() {
  const { t } = useTranslation('directory');
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageHeader
        title={t('page.title')}
        subtitle={<p>{t('page.words')}</p>}
        actions={
          <Button variant="secondary" icon="mail" onPress={() => setInviting(true)}>
            {t('invite.title')}
          </Button>
        }
      />
      <ColleaguesPanel onInvite={() => setInviting(true)} />
      {inviting && <InviteColleagueDialog onClose={() => setInviting(false)} />}
    </>
  );
}
