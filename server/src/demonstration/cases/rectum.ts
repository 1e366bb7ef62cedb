import type { DemonstrationCase } from './index.ts';

export const rectum: DemonstrationCase = {
  presenter: 'second_presenter',
  referent: null,
  identity: {
    birthName: 'BENALI',
    birthGivenName: 'KARIM',
    birthDate: '1966-11-02',
    sex: 'M',
    usedName: null,
    usedGivenName: null,
  },
  tags: ['rectum', 'traitement néoadjuvant'],
  informed: true,
  words: (day) => ({
    sections: {
      diagnosis: `
        **Adénocarcinome du bas rectum**, bien différencié, à 4 cm de la marge anale.
        - IRM : cT3c N1b, marge circonférentielle prédictive de 1 mm, envahissement veineux extramural (EMVI +)
        - Pas de métastase à distance ; statut pMMR
      `,
      history: `
        ## Antécédents
        - Diabète de type 2 sous metformine, HbA1c 6,9 %
        - Tabagisme sevré depuis 2015 (20 paquets-années)
        ## Histoire de la maladie
        Syndrome rectal et rectorragies depuis deux mois, perte de 3 kg. Toucher rectal : lésion postérieure circonférentielle aux deux tiers, mobile, pôle inférieur à 2 cm du bord supérieur du sphincter ; bonne tonicité.
        ## Examens
        | Date | Examen | Résultat |
        | ${day.ago(34)} | Coloscopie complète | Lésion ulcéro-bourgeonnante du bas rectum ; polype de 6 mm du transverse réséqué (adénome, dysplasie de bas grade) |
        | ${day.ago(27)} | IRM pelvienne | Tumeur de 46 mm, cT3c, trois ganglions du mésorectum suspects, EMVI +, pas d’atteinte sphinctérienne |
        | ${day.ago(25)} | TDM thoraco-abdomino-pelvienne | Pas de lésion secondaire ; micronodule pulmonaire aspécifique de 3 mm |
        | ${day.ago(24)} | Biologie | ACE 4,1 µg/L ; créatinine 78 µmol/L ; hémoglobine 12,4 g/dL |
      `,
      summary: `
        Homme actif (chauffeur-livreur), sans comorbidité limitante, porteur d’un **cancer du bas rectum localement avancé à haut risque** (T3c, N+, EMVI +, marge menacée), accessible à un traitement néoadjuvant total.
        Le patient exprime un fort souhait de conservation sphinctérienne.
      `,
      question: `
        1. **Traitement néoadjuvant total** : mFOLFIRINOX suivi d’une radiochimiothérapie (schéma PRODIGE 23), ou radiothérapie courte suivie de chimiothérapie ?
        2. En cas de réponse clinique complète, une stratégie de surveillance (« watch and wait ») peut-elle être proposée ?
      `,
    },
    fields: {
      diagnosisDate: day.iso(30),
      performanceStatus: '0',
      stage: 'cT3c N1b M0 – stade IIIB',
      reason: 'Stratégie néoadjuvante',
    },
  }),
};
