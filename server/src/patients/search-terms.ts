import { normaliseIdentityName } from '@concertation/shared/domain';

export type SearchTerms = { names: string[]; dates: string[] };

/**
 * What somebody typed to find a patient, as parts that must all be found: parts of names without capitals, accents,
 * hyphens or apostrophes, and parts of a birth date as YYYY-MM-DD (typed so, JJ/MM/AAAA, or a year alone).
 */
export function searchTerms(text: string): SearchTerms {
  const terms: SearchTerms = { names: [], dates: [] };
  for (const word of normaliseIdentityName(text).split(' ')) {
    const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(word);
    if (french) {
      const [, day = '', month = '', year = ''] = french;
      terms.dates.push(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    } else if (/^\d{4}(-\d{1,2}){0,2}$/.test(word)) terms.dates.push(word);
    else terms.names.push(...word.split(/[-']/).filter(Boolean));
  }
  return terms;
}
