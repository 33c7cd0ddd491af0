/** The screens of this module: each is one line in src/web/app/routes.tsx. */
export { CoursewareList } from './screens/courseware-list.tsx'
export { CoursewarePage } from './screens/courseware-page.tsx'
export { LearningRecords } from './screens/learning-records.tsx'
