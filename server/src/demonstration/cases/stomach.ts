import type { DemonstrationCase } from './index.ts';

export const stomach: DemonstrationCase = {
  presenter: 'presenter',
  referent: null,
  identity: {
    birthName: 'ROUSSEL',
    birthGivenName: 'ANNE-MARIE',
    birthDate: '1947-09-21',
    sex: 'F',
    usedName: null,
    usedGivenName: null,
  },
  tags: ['estomac'],
  informed: true,
  words: (day) => ({
    sections: {
      diagnosis: `
        **Adénocarcinome gastrique antral**, type intestinal de Lauren, cT3 N1 M0.
        - HER2 négatif, PD-L1 CPS 6, statut pMMR
      `,
      history: `
        ## Antécédents
        - Fibrillation atriale sous apixaban
        - Ostéoporose
        ## Histoire de la maladie
        Anémie ferriprive révélatrice (hémoglobine 8,9 g/dL). Gastroscopie le ${day.ago(44)} : ulcère antral de 3 cm à bords irréguliers.
        - TDM et écho-endoscopie : cT3 N1, pas de métastase
        - Cœlioscopie de stadification le ${day.ago(25)} : pas de carcinose, cytologie négative
      `,
      summary: `Patiente de 78 ans, G8 à 13/17, évaluée par l’oncogériatre : fragilité légère, réversible. Tumeur antrale **résécable d’emblée**, fer intraveineux reçu.`,
      question: `Chimiothérapie périopératoire par FLOT à doses adaptées, ou gastrectomie première chez cette patiente âgée ?`,
    },
    fields: {
      diagnosisDate: day.iso(44),
      performanceStatus: '1',
      stage: 'cT3 N1 M0',
      reason: 'Proposition thérapeutique initiale',
    },
  }),
  report: (day) => ({
    sections: {
      question: `Chimiothérapie périopératoire par FLOT à doses adaptées, ou gastrectomie première chez cette patiente âgée ?`,
      summary: `Patiente de 78 ans, OMS 1, adénocarcinome antral cT3 N1 M0 résécable, fragilité gériatrique légère. Cœlioscopie de stadification négative le ${day.ago(25)}.`,
      discussion: `
        L’oncogériatre juge la patiente apte à une chimiothérapie adaptée. Le quadruple schéma FLOT paraît trop lourd ; le FOLFOX périopératoire est retenu par l’ensemble des participants.
        - Apixaban à relayer avant la pose de la chambre implantable
        - Prise en charge nutritionnelle à commencer sans attendre
      `,
      proposal: `
        1. **FOLFOX : quatre cures préopératoires**, doses initiales réduites de 20 %
        2. TDM de réévaluation après la quatrième cure
        3. Gastrectomie des quatre cinquièmes avec curage D2, puis quatre cures postopératoires selon la tolérance
      `,
    },
    fields: {
      decision: 'treatment',
      completeFile: 'yes',
      guideline: 'TNCD – Cancer de l’estomac, version en vigueur',
      clinicalTrial: 'Aucun',
      followUp: 'Nouvelle présentation après la quatrième cure, par le Dr Durand',
    },
  }),
};
