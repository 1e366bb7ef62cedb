import type { QuorumMissing } from '@concertation/shared/domain';
import type { ReportFacts } from '../facts.ts';

function missingWords(missing: QuorumMissing): string {
  switch (missing.kind) {
    case 'specialties':
      return missing.count === 1
        ? 'un médecin d’une autre spécialité'
        : `${missing.count} médecins d’autres spécialités`;
    case 'rule': {
      const names = missing.anyOf.join(' ou ');
      return missing.count === 1 ? names : `${missing.count} × ${names}`;
    }
    case 'treating':
      return 'un professionnel prenant en charge le patient';
  }
}

/** Whether those it takes were there when the report was validated, who was missing, and why somebody went on without. Rule QUO-3. */
export function quorumWords({ met, derogation, missing = [], typed = 0 }: NonNullable<ReportFacts['quorum']>): string {
  const counted =
    typed === 0
      ? ''
      : typed === 1
        ? ' (dont une présence notée par le secrétariat)'
        : ` (dont ${typed} présences notées par le secrétariat)`;
  if (met) return `atteint${counted}`;
  const absent = missing.length === 0 ? '' : ` (il manquait : ${missing.map(missingWords).join(' ; ')})`;
  return `non atteint${absent}${derogation === null ? '' : `, dérogation : ${derogation}`}`;
}
