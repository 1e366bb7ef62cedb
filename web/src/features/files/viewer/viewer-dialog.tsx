import type { FileLine } from '@concertation/shared/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, LinkButton } from '../../../ui/index.ts';
import { useFileActs } from '../use-file-acts.ts';
import { DocumentViewer } from './document-viewer.tsx';

/** A document over the page, as large as the screen; also on a second one, in a window of its own. Source: OO-18. */
export function ViewerDialog({
  caseId,
  line,
  identity,
  onClose,
}: {
  caseId: string;
  line: FileLine;
  identity: ReactNode;
  onClose: () => void;
}) {
  const { t } = useTranslation('files');
  const { save, saving } = useFileActs(caseId);
  const { fileId, name, format } = line;
  return (
    <Dialog
      isOpen
      size={format === 'zip' ? 'large' : 'full'}
      title={name}
      onClose={onClose}
      actions={
        <>
          <LinkButton variant="quiet" href={`/dossiers/${caseId}/documents/${fileId}`} target="_blank" rel="noreferrer">
            {t('viewer.otherWindow')}
          </LinkButton>
          <Button icon="download" isPending={saving !== null} onPress={() => void save(line)}>
            {t('viewer.download')}
          </Button>
        </>
      }
    >
      {identity}
      <DocumentViewer caseId={caseId} line={line} />
    </Dialog>
  );
}
