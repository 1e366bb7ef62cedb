import { reportFields, reportSections } from '@concertation/shared/documents';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/index.ts';
import { focusPlace } from './focus-place.ts';
import { placeId } from './gaps.ts';

type Props = { reportId: string; details: Record<string, unknown>; leaveFor: (go: () => void) => void };

/** Leads to the passage that the server refuses to sign: `details` of `report_text`. */
export function ForbiddenPlace({ reportId, details, leaveFor }: Props) {
  const { t } = useTranslation('reports');
  const section = reportSections.find((name) => name === details.section);
  const field = reportFields.find((name) => name === details.field);
  const name = section ?? field;
  if (!name) return null;
  const character = String(details.character);
  const words = section
    ? t('freeze.forbiddenSection', {
        section: t(`section.${section}`),
        paragraph: Number(details.paragraph),
        character,
      })
    : field && t('freeze.forbiddenField', { field: t(`field.${field}`), character });
  return (
    <Button size="small" icon="chevronRight" onPress={() => leaveFor(() => focusPlace(placeId(reportId, name)))}>
      {words}
    </Button>
  );
}
