import { decisions, type ReportField, reportFields, yesNo } from '@concertation/shared/documents';
import { useTranslation } from 'react-i18next';
import { useField } from '../../editor/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';
import { SelectField, TextField } from '../../ui/index.ts';
import { placeId } from './gaps.ts';
import styles from './report-panel.module.css';

type Props = { reportId: string; handle: DocumentHandle; readOnly: boolean };

/** The decision in fields that machines can count: chosen or typed by whoever writes, seen at once by the others. */
export function DecisionFields({ reportId, handle, readOnly }: Props) {
  const { t } = useTranslation('reports');
  const titleId = `report-${reportId}-fields`;
  return (
    <section aria-labelledby={titleId} className={styles.decision}>
      <h3 id={titleId} className={styles.subtitle}>
        {t('decisionTitle')}
      </h3>
      {readOnly ? <ReadFields handle={handle} /> : <WrittenFields reportId={reportId} handle={handle} />}
    </section>
  );
}

function WrittenFields({ reportId, handle }: Omit<Props, 'readOnly'>) {
  const { t } = useTranslation('reports');
  const decisionChoices = decisions.map((id) => ({ id, label: t(`decision.${id}`) }));
  const yesNoChoices = yesNo.map((id) => ({ id, label: t(`yesNo.${id}`) }));
  return (
    <div className={styles.fields}>
      <div id={placeId(reportId, 'decision')}>
        <Chosen handle={handle} field="decision" choices={decisionChoices} />
      </div>
      <div id={placeId(reportId, 'completeFile')}>
        <Chosen handle={handle} field="completeFile" choices={yesNoChoices} />
      </div>
      {(['guideline', 'clinicalTrial', 'followUp'] as const).map((field) => (
        <div key={field} id={placeId(reportId, field)} className={field === 'followUp' ? styles.wide : undefined}>
          <Typed handle={handle} field={field} />
        </div>
      ))}
    </div>
  );
}

function Chosen<Id extends string>({
  handle,
  field,
  choices,
}: {
  handle: DocumentHandle;
  field: 'decision' | 'completeFile';
  choices: readonly { id: Id; label: string }[];
}) {
  const { t } = useTranslation('reports');
  const [value, setValue] = useField(handle, field);
  const chosen = choices.find(({ id }) => id === value)?.id ?? null;
  return (
    <SelectField
      label={t(`field.${field}`)}
      choices={choices}
      value={chosen}
      onChange={setValue}
      placeholder={t('choose')}
      isRequired
      isDisabled={!handle.editable}
    />
  );
}

function Typed({ handle, field }: { handle: DocumentHandle; field: 'guideline' | 'clinicalTrial' | 'followUp' }) {
  const { t } = useTranslation('reports');
  const [value, setValue] = useField(handle, field);
  return (
    <TextField
      label={t(`field.${field}`)}
      description={t(`fieldHint.${field}`)}
      value={value}
      onChange={setValue}
      isReadOnly={!handle.editable}
      autoComplete="off"
      maxLength={500}
    />
  );
}

function ReadFields({ handle }: { handle: DocumentHandle }) {
  return (
    <dl className={styles.read}>
      {reportFields.map((field) => (
        <ReadField key={field} handle={handle} field={field} />
      ))}
    </dl>
  );
}

function ReadField({ handle, field }: { handle: DocumentHandle; field: ReportField }) {
  const { t } = useTranslation('reports');
  const [value] = useField(handle, field);
  const decision = field === 'decision' && decisions.find((id) => id === value);
  const answer = field === 'completeFile' && yesNo.find((id) => id === value);
  return (
    <div>
      <dt>{t(`field.${field}`)}</dt>
      <dd>{decision ? t(`decision.${decision}`) : answer ? t(`yesNo.${answer}`) : value.trim() || '–'}</dd>
    </div>
  );
}
