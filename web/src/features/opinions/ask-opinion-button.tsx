import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/index.ts';
import { AskOpinionDialog, type AskOpinionDialogProps } from './ask-opinion-dialog.tsx';

/** « Demander un avis », for who shares the case. */
export function AskOpinionButton({ caseId, renderPicker }: Pick<AskOpinionDialogProps, 'caseId' | 'renderPicker'>) {
  const { t } = useTranslation('opinions');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" icon="add" onPress={() => setAsking(true)}>
        {t('ask.title')}
      </Button>
      {asking && <AskOpinionDialog caseId={caseId} renderPicker={renderPicker} onClose={() => setAsking(false)} />}
    </>
  );
}
