/** The screens of this module: each is one line in src/web/app/routes.tsx. */
export { ClassroomDay } from './screens/day.tsx'
export { LessonRemote } from './screens/remote.tsx'
export { LessonScreen } from './screens/projector.tsx'
export { LessonPhone } from './screens/phone.tsx'
