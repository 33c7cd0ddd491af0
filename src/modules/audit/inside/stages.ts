import type { AuditStage } from '../wire.ts'

/** How far the audits are that somebody waits for, by who they are and the name they gave the wait. */
const stages = new Map<string, AuditStage>()

/** Keeps how far an audit is while `work` goes on: `owner` names the person and their college. */
export async function keepingStage<Answer>(
  owner: string,
  wait: string | undefined,
  work: (onStage: (stage: AuditStage) => void) => Promise<Answer>,
): Promise<Answer> {
  const key = `${owner}/${wait}`
  const tell = (stage: AuditStage): void => void (wait !== undefined && stages.set(key, stage))
  tell('waiting')
  try {
    return await work(tell)
  } finally {
    stages.delete(key)
  }
}

/** How far the audit is that this person waits for under this name; null when none is under way. */
export const stageOf = (owner: string, wait: string): AuditStage | null => stages.get(`${owner}/${wait}`) ?? null
