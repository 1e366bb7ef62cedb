import type { FrozenReport, ReportFacts } from '../src/reports/facts.ts';
import {
  cell,
  content,
  headerCell,
  heading,
  item,
  link,
  list,
  paragraph,
  quote,
  table,
  text,
} from './support/lexical-nodes.ts';

export const sampleFacts: ReportFacts = {
  documentNumber: 'CR-2026-000123',
  version: 1,
  replaces: null,
  establishment: 'Centre hospitalier universitaire de Démonstration',
  board: { name: 'RCP Sein et gynécologie', organisation: '3C Pays de Loire', kind: 'rcp_oncologie' },
  meeting: { startsAt: '2026-11-16T13:30:00.000Z' },
  frozenAt: '2026-11-16T15:12:41.000Z',
  frozenBy: { name: 'Pr Hélène Lefèvre', specialty: 'Oncologie médicale' },
  derogation: null,
  patient: {
    birthName: "L'HERMITE-DUPONT",
    birthGivenName: 'JEANNE',
    usedName: 'MARTIN',
    usedGivenName: null,
    birthDate: '1957-03-12',
    sex: 'F',
    identityStatus: 'PROV',
  },
  presenter: { name: 'Dr Karim Benali', specialty: 'Chirurgie gynécologique' },
  participants: [
    {
      name: 'Pr Hélène Lefèvre',
      specialty: 'Oncologie médicale',
      source: 'connection',
      arrivedAt: '2026-11-16T13:24:10.000Z',
      leftAt: '2026-11-16T15:20:00.000Z',
    },
    {
      name: 'Dr Karim Benali',
      specialty: 'Chirurgie gynécologique',
      source: 'connection',
      arrivedAt: '2026-11-16T13:28:00.000Z',
      leftAt: '2026-11-16T14:01:00.000Z',
    },
    {
      name: 'Dr Karim Benali',
      specialty: 'Chirurgie gynécologique',
      source: 'connection',
      arrivedAt: '2026-11-16T14:02:00.000Z',
      leftAt: null,
    },
    {
      name: 'Dr Éloïse Lœuvre-Naïm',
      specialty: 'Anatomie et cytologie pathologiques',
      source: 'secretary',
      arrivedAt: '2026-11-16T13:30:00.000Z',
      leftAt: null,
    },
    {
      name: 'Dr Paul N’Guyen',
      specialty: 'Oncologie radiothérapique',
      source: 'connection',
      arrivedAt: '2026-11-16T13:31:00.000Z',
      leftAt: '2026-11-16T15:20:00.000Z',
    },
  ],
  fields: {
    decision: 'treatment',
    completeFile: 'yes',
    guideline: 'Référentiel régional Sein 2026, version 4.2',
    clinicalTrial: '',
    followUp: 'Consultation d’annonce sous 8 jours, Dr Benali',
  },
  demonstration: true,
};

/** A report as a meeting writes it: every node the editor knows, and the French that fonts get wrong. */
export function sampleReport(
  facts: Partial<ReportFacts> = {},
  sections: Partial<FrozenReport['sections']> = {},
): FrozenReport {
  return {
    facts: { ...sampleFacts, ...facts },
    state: Uint8Array.of(1, 2, 3),
    stateHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    provenance: null,
    sections: {
      question: content(
        paragraph(
          'Indication d’une chimiothérapie adjuvante chez une patiente de 69 ans, carcinome canalaire infiltrant du sein gauche, pT2 N1a M0 ?',
        ),
      ),
      summary: content(
        heading('h2', 'Antécédents'),
        list(
          'bullet',
          item('Hypertension artérielle traitée'),
          item('Diabète de type 2 :'),
          item(list('bullet', item('metformine 1 000 mg × 2/j'), item('HbA1c à 7,1 %'))),
          item('Pas d’allergie connue'),
        ),
        heading('h2', 'Histoire de la maladie'),
        paragraph(
          'Découverte au dépistage d’une masse de ',
          text('28 mm', 1),
          ' du quadrant supéro-externe, ',
          text('mobile, sans adhérence cutanée', 2),
          ', classée ',
          text('ACR 5', 9),
          '. Tumorectomie et curage le 12 octobre 2026.',
        ),
        table(
          [headerCell('Marqueur'), headerCell('Résultat'), headerCell('Seuil')],
          [cell('Récepteurs aux œstrogènes'), cell('90 %, intensité +++'), cell('≥ 10 %')],
          [cell('Récepteurs à la progestérone'), cell('40 %'), cell('≥ 10 %')],
          [cell('HER2'), cell('1+ (négatif)'), cell('3+, ou 2+ amplifié')],
          [cell('Ki-67'), cell('≈ 30 % ± 5'), cell('≤ 20 %')],
        ),
      ),
      discussion: content(
        paragraph(
          'Le bénéfice attendu de la chimiothérapie est discuté au regard de l’âge et des comorbidités. Le score oncogériatrique G8 est à 15/17.',
        ),
        list(
          'number',
          item('La signature génomique n’est pas disponible.'),
          item('La fraction d’éjection est à 62 %.'),
          item('La patiente souhaite un traitement actif.'),
        ),
        quote('« Je préfère tout faire maintenant » (propos de la patiente rapportés par le Dr Benali)'),
        paragraph(
          'Voir ',
          link('https://www.exemple.fr/referentiel/sein?edition=2026', 'le référentiel régional'),
          '.',
        ),
      ),
      proposal: content(
        paragraph(
          'Chimiothérapie adjuvante par ',
          text('docétaxel et cyclophosphamide', 1),
          ', 4 cycles, puis radiothérapie du sein et des aires ganglionnaires, puis inhibiteur de l’aromatase pendant 5 ans.',
        ),
        list(
          'bullet',
          item('Pose d’une chambre implantable avant le 30 novembre 2026'),
          item('Avis cardiologique non nécessaire'),
        ),
      ),
      ...sections,
    },
  };
}
