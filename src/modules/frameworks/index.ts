/** Frameworks: for commands and other modules. */
export { importCase, previewCase } from './inside/import-case.ts'
export { compareFrameworks, exportCase } from './inside/export-case.ts'
export type { WireCasePreview } from './wire.ts'
