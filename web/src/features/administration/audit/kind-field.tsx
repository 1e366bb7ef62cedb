import { type AuditAct, auditActs } from '@concertation/shared/contracts';
import { foldText } from '@concertation/shared/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboField, useLanguage } from '../../../ui/index.ts';

const acts = Object.keys(auditActs) as AuditAct[];

/** Which kind of act, found by its words or by its code. */
export function KindField({ value, onChange }: { value: AuditAct | null; onChange: (act: AuditAct | null) => void }) {
  const { t } = useTranslation('administration');
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const sought = foldText(text);
  // Folding forgets the points of a code.
  const code = text.trim().toLowerCase();
  const isChosen = value !== null && text === auditActs[value][language];
  const items = acts
    .map((id) => ({ id, label: auditActs[id][language], note: id }))
    .filter(({ id, label }) => isChosen || foldText(label).includes(sought) || id.includes(code))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const clear = () => {
    setText('');
    onChange(null);
  };
  return (
    <ComboField
      label={t('audit.kind')}
      placeholder={t('audit.kindHint')}
      items={items}
      text={text}
      onTextChange={(typed) => {
        setText(typed);
        // What is typed filters nothing until one of the kinds is chosen again.
        if (value !== null && typed !== auditActs[value][language]) onChange(null);
      }}
      chosenId={value}
      onChoose={(id) => {
        const act = acts.find((one) => one === id);
        if (!act) return;
        setText(auditActs[act][language]);
        onChange(act);
      }}
      onClear={clear}
      emptyWords={t('audit.kindNone')}
    />
  );
}
