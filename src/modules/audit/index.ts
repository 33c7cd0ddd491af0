/** The audit of any report: read it, find what contradicts itself. For commands and other modules. */
export { auditDocument } from './audit-document.ts'
export type { AuditDocument } from './document.ts'
export type { Finding } from './finding.ts'
export { auditCatalogue } from './inside/audit-catalogue.ts'
export { auditFile } from './inside/audit-file.ts'
export { isReadable, readDocument } from './reading/read-document.ts'
export { hiddenWords, placeWords, SEVERITY_WORDS } from './words.ts'
