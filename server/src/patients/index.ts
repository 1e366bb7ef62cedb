/**
 * Patients: who a patient is — the strict traits, normalised and checked, and how reliable they are. It knows nothing
 * clinical and decides no right: a patient is reached through a case, and the case's grants say who may.
 */
export { correctPatient } from './correct-patient.ts';
export { createPatient } from './create-patient.ts';
export { type NearPatient, nearPatients } from './near-patients.ts';
export { readPatients } from './read-patients.ts';
export { patientsBearing } from './patients-bearing.ts';
export { patientsMatching } from './patients-matching.ts';
