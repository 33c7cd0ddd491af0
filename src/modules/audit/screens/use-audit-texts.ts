import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { auditTexts } from './texts.ts'

/** Says the words of the screens of the audit. */
type SayAudit = Say<typeof auditTexts>

export const useAuditTexts = (): SayAudit => useTexts(auditTexts)
