import type { DemonstrationCase } from './index.ts';

export const liverMetastases: DemonstrationCase = {
  presenter: 'presenter',
  referent: 'referent',
  identity: {
    birthName: 'MOREL',
    birthGivenName: 'JEANNE',
    birthDate: '1958-03-14',
    sex: 'F',
    usedName: 'LEFEVRE',
    usedGivenName: null,
  },
  tags: ['côlon', 'métastases hépatiques', 'RAS sauvage'],
  informed: true,
  shared: true,
  words: (day) => ({
    sections: {
      diagnosis: `
        **Adénocarcinome lieberkühnien du côlon sigmoïde**, moyennement différencié, avec métastases hépatiques synchrones (segments VI et VII).
        - Classification : cT3 cN1 M1a (UICC, 8e édition), stade IVA
        - Biologie moléculaire : *KRAS*, *NRAS* et *BRAF* sauvages ; statut pMMR / MSS
      `,
      history: `
        ## Antécédents
        - Hypertension artérielle traitée par périndopril 5 mg
        - Cholécystectomie cœlioscopique en 2009
        - Mère décédée d’un cancer colique à 71 ans
        ## Histoire de la maladie
        Rectorragies et alternance diarrhée-constipation depuis quatre mois. Coloscopie le ${day.ago(96)} : lésion bourgeonnante sténosante du sigmoïde à 32 cm de la marge anale, infranchissable ; biopsies contributives.
        Quatre cures de FOLFOX-panitumumab du ${day.ago(74)} au ${day.ago(26)}, bien tolérées : neuropathie de grade 1, folliculite de grade 2 contrôlée par doxycycline.
        ## Examens
        | Date | Examen | Résultat |
        | ${day.ago(92)} | TDM thoraco-abdomino-pelvienne | Épaississement sigmoïdien de 5 cm ; deux lésions hépatiques de 38 et 22 mm (S VI, S VII) ; pas de lésion pulmonaire |
        | ${day.ago(85)} | IRM hépatique avec gadoxétate | Deux métastases confirmées, pas d’autre lésion ; volume du foie gauche 38 % |
        | ${day.ago(12)} | TDM de réévaluation | Réponse partielle (RECIST 1.1 : − 41 %) ; lésions de 21 et 13 mm |
        | ${day.ago(10)} | ACE | 6,2 µg/L (contre 84 µg/L au diagnostic) |
      `,
      summary: `
        Patiente de bon état général, adénocarcinome sigmoïdien non compliqué avec **deux métastases hépatiques synchrones résécables**, en réponse partielle après quatre cures de FOLFOX-panitumumab.
        Bilan préopératoire : albumine 39 g/L, TP 96 %, plaquettes 188 G/L, consultation d’anesthésie sans contre-indication (ASA 2).
      `,
      question: `
        1. La réponse autorise-t-elle une **résection hépatique première** (approche inversée) ou une chirurgie combinée en un temps ?
        2. Faut-il deux cures supplémentaires avant l’intervention, et quel schéma en postopératoire ?
      `,
    },
    fields: {
      diagnosisDate: day.iso(90),
      performanceStatus: '0',
      stage: 'cT3 N1 M1a – stade IVA',
      reason: 'Stratégie chirurgicale après chimiothérapie d’induction',
    },
  }),
};
