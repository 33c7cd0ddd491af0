/** Keys of the nine faculties that run majors, in the order of the unit tree. */
export const FACULTIES = [
  'mechanical',
  'automotive',
  'electronic',
  'ai',
  'economics',
  'design',
  'electrical',
  'chemistry',
  'construction',
] as const
export type Faculty = (typeof FACULTIES)[number]
