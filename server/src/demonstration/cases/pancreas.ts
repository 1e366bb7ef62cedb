import type { DemonstrationCase } from './index.ts';

export const pancreas: DemonstrationCase = {
  presenter: 'presenter',
  referent: 'referent',
  identity: {
    birthName: 'LE GUEN',
    birthGivenName: 'YVES',
    birthDate: '1951-07-28',
    sex: 'M',
    usedName: null,
    usedGivenName: null,
  },
  tags: ['pancréas', 'borderline'],
  informed: false,
  words: (day) => ({
    sections: {
      diagnosis: `
        **Adénocarcinome canalaire de la tête du pancréas**, à la limite de la résécabilité (contact artériel mésentérique supérieur de moins de 180°).
        - Preuve histologique par écho-endoscopie avec ponction
        - Recherche constitutionnelle *BRCA1/2* et *PALB2* en cours
      `,
      history: `
        ## Antécédents
        - Cardiopathie ischémique : angioplastie coronaire en 2018, fraction d’éjection 55 %
        - Hypercholestérolémie
        ## Histoire de la maladie
        Ictère nu d’apparition progressive, perte de 7 kg en deux mois (IMC 22,4). Drainage biliaire par prothèse métallique couverte le ${day.ago(29)}, bilirubine normalisée en deux semaines.
        ## Examens
        | Date | Examen | Résultat |
        | ${day.ago(33)} | TDM pancréatique | Masse céphalique de 31 mm ; contact AMS sur 120° ; veine mésentérique supérieure rétrécie, perméable |
        | ${day.ago(28)} | Écho-endoscopie et ponction | Adénocarcinome ; pas d’adénopathie cœliaque |
        | ${day.ago(15)} | IRM hépatique de diffusion | Pas de métastase |
        | ${day.ago(7)} | CA 19-9 (après drainage) | 312 U/mL |
      `,
      summary: `
        Patient de 74 ans autonome, OMS 1, dénutrition modérée prise en charge (albumine 34 g/L). **Tumeur borderline sur critère artériel, non métastatique.** Avis cardiologique : FOLFIRINOX possible à doses adaptées, sans bolus de 5-FU.
      `,
      question: `
        Chimiothérapie d’induction par **mFOLFIRINOX** puis réévaluation pour exploration chirurgicale ? Place d’une radiochimiothérapie avant l’intervention ?
      `,
    },
    fields: {
      diagnosisDate: day.iso(28),
      performanceStatus: '1',
      stage: 'cT2 N0 M0 – borderline',
      reason: 'Proposition thérapeutique initiale',
    },
  }),
};
