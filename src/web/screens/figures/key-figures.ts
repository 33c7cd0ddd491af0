import { figuresCatalogue } from '../../app/figures-catalogue.ts'

/** What a head of a college asks first. Codes that are not declared are left out. */
export const keyFigures = declared([
  'q6.students',
  'q6.full-time-teachers',
  'q3.student-teacher-ratio',
  'q3.double-qualified-share',
  'q0.destination-rate',
  'q0.arrival-rate',
  'q4.research-payments',
  'q4.technical-service-payments',
  'q4.training-payments',
  'q0.equipment-value',
  'q3.majors',
  'q0.practice-sites',
])

/** Where graduates go: counts that add up to the graduates. */
export const destinationFigures = declared([
  'q0.destination-agreement',
  'q0.destination-contract',
  'q1.further-study',
  'q0.destination-freelance',
  'q0.destination-other-employment',
  'q0.destination-startup',
  'q0.destination-conscription',
  'q0.destination-waiting',
])

/** What full-time teachers are: parts of one whole that overlap. */
export const staffWhole = 'q6.full-time-teachers'
export const staffFigures = declared([
  'q0.double-qualified-teachers',
  'q0.research-degree-teachers',
  'q0.doctor-teachers',
  'q0.senior-titles',
  'q0.professors',
])

function declared(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => figuresCatalogue.indicators.has(code))
}
