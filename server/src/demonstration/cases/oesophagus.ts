import type { DemonstrationCase } from './index.ts';

export const oesophagus: DemonstrationCase = {
  presenter: 'second_presenter',
  referent: null,
  identity: {
    birthName: 'KOWALSKI',
    birthGivenName: 'STANISLAS',
    birthDate: '1960-02-29',
    sex: 'M',
    usedName: null,
    usedGivenName: null,
  },
  tags: ['œsophage', 'radiochimiothérapie'],
  informed: true,
  words: (day) => ({
    sections: {
      diagnosis: `**Carcinome épidermoïde du tiers moyen de l’œsophage**, cT3 N1 M0, PD-L1 CPS 12.`,
      history: `
        ## Antécédents
        - Tabac 45 paquets-années, sevrage en cours ; consommation d’alcool sevrée depuis six mois
        - BPCO de stade GOLD 2 (VEMS 68 %)
        ## Histoire de la maladie
        Dysphagie aux solides puis aux semi-liquides, perte de 6 kg. Gastroscopie le ${day.ago(18)} : lésion circonférentielle de 27 à 33 cm des arcades dentaires, franchissable.
        - TEP-TDM le ${day.ago(11)} : fixation œsophagienne et une adénopathie paratrachéale, pas de localisation à distance
        - Panendoscopie ORL et fibroscopie bronchique : normales
      `,
      summary: `Patient OMS 1, dénutri (IMC 19,8), gastrostomie d’alimentation posée. Bilan d’extension complet, **maladie localement avancée**.`,
      question: `Radiochimiothérapie néoadjuvante (schéma CROSS) puis chirurgie, ou radiochimiothérapie exclusive compte tenu de la fonction respiratoire ?`,
    },
    fields: {
      diagnosisDate: day.iso(18),
      performanceStatus: '1',
      stage: 'cT3 N1 M0',
      reason: 'Proposition thérapeutique initiale',
    },
  }),
};
