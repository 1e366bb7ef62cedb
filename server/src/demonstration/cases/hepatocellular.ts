import type { DemonstrationCase } from './index.ts';

export const hepatocellular: DemonstrationCase = {
  presenter: 'second_presenter',
  referent: null,
  identity: {
    birthName: "D'ANGELO",
    birthGivenName: 'MARIA',
    birthDate: '1962-01-09',
    sex: 'F',
    usedName: 'GARNIER',
    usedGivenName: null,
  },
  tags: ['foie', 'carcinome hépatocellulaire', 'transplantation'],
  informed: true,
  words: (day) => ({
    sections: {
      diagnosis: `
        **Carcinome hépatocellulaire** unique de 27 mm du segment VIII, sur cirrhose métabolique (MASH).
        - Child-Pugh A5, MELD 8, BCLC A
        - LI-RADS 5 : rehaussement artériel et lavage portal, sans biopsie
      `,
      history: `
        ## Antécédents
        - Obésité (IMC 33), diabète de type 2 sous dulaglutide
        - Cirrhose connue depuis 2021, dépistage échographique semestriel
        - Varices œsophagiennes de grade 1 sous carvédilol
        ## Histoire de la maladie
        Nodule découvert à l’échographie de dépistage du ${day.ago(48)}. Aucun symptôme, pas d’ascite.
        ## Examens
        | Date | Examen | Résultat |
        | ${day.ago(41)} | IRM hépatique | Nodule de 27 mm, S VIII, à 8 mm de la veine hépatique médiane ; pas d’autre nodule |
        | ${day.ago(36)} | TDM thoracique | Normale |
        | ${day.ago(35)} | Alpha-fœtoprotéine | 18 ng/mL |
        | ${day.ago(20)} | Gradient portosystémique | 9 mmHg |
      `,
      summary: `
        CHC unique précoce chez une patiente de bon état général, fonction hépatique conservée, hypertension portale non significative. **Résection, destruction percutanée et transplantation sont toutes trois envisageables.**
      `,
      question: `
        1. Hépatectomie limitée du segment VIII par cœlioscopie, ou thermo-ablation par micro-ondes compte tenu de la proximité veineuse ?
        2. Indication d’un bilan prétransplantation d’emblée ?
      `,
    },
    fields: {
      diagnosisDate: day.iso(41),
      performanceStatus: '0',
      stage: 'BCLC A',
      reason: 'Choix du traitement curatif',
    },
  }),
};
