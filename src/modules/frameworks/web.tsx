/** The screens of qualifications frameworks. */
export { FrameworkPage } from './screens/framework-page.tsx'
export { Frameworks } from './screens/frameworks.tsx'
