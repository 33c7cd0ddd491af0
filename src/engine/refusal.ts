import type { Label } from '../language/label.ts'
import type { WireError } from '../language/wire.ts'

type Details = Omit<WireError['error'], 'code' | 'message'>

/** HTTP status of each kind of refusal, so that routes need not know them. */
const statuses = {
  'unknown-register': 404,
  'unknown-record': 404,
  'not-found': 404,
  'not-allowed': 403,
  'not-signed-in': 401,
  'must-change-password': 403,
  'wrong-credentials': 401,
  locked: 423,
  csrf: 403,
  invalid: 422,
  stale: 409,
  conflict: 409,
  'period-locked': 409,
  'too-large': 413,
  'bad-request': 400,
  'too-many': 429,
  // Whoever asked has gone; nobody sees it.
  cancelled: 499,
  unavailable: 503,
  'storage-full': 507,
} as const

export type RefusalCode = keyof typeof statuses

/** The engine says no: what, where and what to do, in both languages. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly label: Label
  readonly details: Details
  constructor(code: RefusalCode, label: Label, details: Details = {}) {
    super(label.en)
    this.name = 'Refusal'
    this.code = code
    this.label = label
    this.details = details
  }
  get status(): number {
    return statuses[this.code]
  }
}

/** The record is not there, or not for this actor: the answer is the same, so that ids tell nothing. */
export const unknownRecord = () =>
  new Refusal('unknown-record', {
    zh: '没有找到这条记录：它可能已被删除，或者不在您的权限范围内',
    en: 'This record was not found: it may have been deleted, or it is outside your scope',
  })

export const notAllowed = (what: Label) =>
  new Refusal('not-allowed', {
    zh: `您没有${what.zh}的权限，如需要请联系系统管理员`,
    en: `You may not ${what.en}. Ask a system administrator if you need to`,
  })
