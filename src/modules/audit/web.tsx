/** The screens of this module: each is one line in src/web/app/routes.tsx; the glance stands before a sign-off. */
export { AuditGlance } from './screens/audit-glance.tsx'
export { AuditPage } from './screens/audit-page.tsx'
export { ReportAudit } from './screens/report-audit.tsx'
