/** The screens of this module: each is one line in src/web/app/routes.tsx. */
export { LearningRecords } from './screens/learning-records.tsx'
