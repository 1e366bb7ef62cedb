import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/index.ts';
import { AddToCohortDialog } from './add-to-cohort-dialog.tsx';

/** « Ajouter à une cohorte », for who reads the case. */
export function AddToCohortButton({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cohorts');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Button icon="cohort" onPress={() => setAdding(true)}>
        {t('add.title')}
      </Button>
      {adding && <AddToCohortDialog caseId={caseId} onClose={() => setAdding(false)} />}
    </>
  );
}
