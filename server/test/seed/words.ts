/** Invented names and places: no person behind them. */
export const givenNames = [
  'ANNE',
  'BASTIEN',
  'CHLOE',
  'DRISS',
  'ELISE',
  'FARID',
  'GAELLE',
  'HUGO',
  'INES',
  'JULES',
  'KARIM',
  'LEA',
  'MARC',
  'NADIA',
  'OSCAR',
  'PAULE',
  'RENE',
  'SARAH',
  'THEO',
  'YVES',
];
const starts = [
  'BER',
  'CHAR',
  'DU',
  'FON',
  'GRAN',
  'LAM',
  'MAR',
  'MON',
  'PEL',
  'ROU',
  'SAU',
  'VAL',
  'VER',
  'BEN',
  'KER',
  'LE ',
];
const middles = ['TI', 'LE', 'PA', 'NA', 'RO', 'GU', 'MI', 'SE', 'TA', 'BO', 'DI', 'FE'];
const ends = ['ER', 'ET', 'IN', 'ARD', 'EAU', 'OT', 'ON', 'IER', 'AUD', 'EL', 'AS', 'OUX'];
export const familyName = (index: number): string =>
  (starts[index % starts.length] as string) +
  (middles[Math.floor(index / starts.length) % middles.length] as string) +
  (ends[Math.floor(index / (starts.length * middles.length)) % ends.length] as string);
export const fields = [
  'Digestif',
  'Thorax',
  'Sein',
  'Urologie',
  'Gynécologie',
  'Thyroïde',
  'Sarcomes',
  'Neuro-oncologie',
  'Hématologie',
  'Dermatologie',
  'Maladies rares du foie',
  'Pédiatrie',
  'ORL',
  'Psychiatrie',
  'Génétique',
];
export const places = [
  'Lille',
  'Nantes',
  'Brest',
  'Alès',
  'Orléans',
  'Évry',
  'Nîmes',
  'Béziers',
  'Metz',
  'Pau',
  'Troyes',
  'Angoulême',
];
