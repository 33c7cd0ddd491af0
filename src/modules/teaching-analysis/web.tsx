/** The screens of this module: each is one line in src/web/app/routes.tsx. */
export { TeachingClass } from './screens/class-page.tsx'
export { Purposes } from './screens/purposes.tsx'
export { StudentsToHelp } from './screens/students-to-help.tsx'
export { Supervision } from './screens/supervision.tsx'
export { Teaching } from './screens/teaching.tsx'
