/** Frameworks: for commands and other modules. */
export { importCase, previewCase } from './inside/import-case.ts'
export { exportCase } from './inside/export-case.ts'
