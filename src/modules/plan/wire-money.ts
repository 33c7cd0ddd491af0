import type { FileRef } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'
import type { WireRecord } from '../../language/wire.ts'
import type { LightColour, WirePart, WirePlan, WireRate } from './wire.ts'

/** Every amount is a decimal string in yuan. */

/** From what was granted to what was paid. */
export interface WireSpendingLine {
  readonly budget: string
  readonly held: string
  readonly committed: string
  readonly arrived: string
  readonly spent: string
  /** Budget less spent, held and committed: what is free. */
  readonly room: string
  readonly rates: readonly WireRate[]
}

export interface WireSpending {
  readonly plan: WirePlan
  readonly total: WireSpendingLine
  readonly bySource: readonly (WireSpendingLine & { readonly source: string; readonly label: Label })[]
  readonly byYear: readonly (WireSpendingLine & { readonly year: number })[]
  readonly byUnit: readonly (WireSpendingLine & { readonly part: WirePart })[]
  /** Whether the actor may make a claim at all. */
  readonly canClaim: boolean
  /** Tasks with everything below them, by number. */
  readonly byTask: readonly (WireSpendingLine & { readonly part: WirePart; readonly number: string })[]
}

/** Goal and spending of a task that do not fit. */
export interface WireMoneyAlert {
  readonly alert: string
  readonly label: Label
  readonly colour: LightColour
  /** The numbers, each with its limit. */
  readonly reason: Label
  readonly task: { readonly id: string; readonly number: string; readonly name: string }
  readonly unit: WirePart
  /** Whether the actor may order a correction. */
  readonly canOrder: boolean
  /** A correction order under way for the same alert of the task. */
  readonly correction: { readonly id: string; readonly number: string; readonly state: string } | null
}

export interface WireReconciliation {
  readonly id: string
  /** YYYY-MM-DDTHH:mm:ss by the clock of the college. */
  readonly at: string
  readonly lines: number
  readonly unequal: number
  readonly records: number
  /** At most so many as a page shows; all are in the register ledger-differences. */
  readonly differences: readonly {
    readonly voucher: string
    readonly register: string
    readonly record: string
    readonly account: Label
    readonly task: string
    readonly source: Label
    readonly year: number
    readonly inRegister: string
    readonly inLedger: string
  }[]
}

/** The reconciliation that was made last, and whether the actor may make one. */
export interface WireLastReconciliation {
  readonly last: WireReconciliation | null
  readonly can: boolean
}

export interface WireCircularLine {
  readonly part: WirePart
  readonly budget: string
  readonly arrived: string
  readonly spent: string
  /** Spent within the month. */
  readonly spentInMonth: string
  readonly rates: readonly WireRate[]
  /** By the use of the budget, the highest first; equal rates share a rank. Null without a budget. */
  readonly rank: number | null
}

export interface WireCircular {
  readonly plan: WirePlan
  /** YYYY-MM */
  readonly month: string
  readonly total: Omit<WireCircularLine, 'part' | 'rank'>
  readonly lines: readonly WireCircularLine[]
  /** How many units are ranked; the lines are those within the actor's scope. */
  readonly ranked: number
  readonly canSend: boolean
}

/** What a file says of the invoice in it, for the form. */
export interface WireInvoiceReading {
  readonly format: 'ofd' | 'pdf' | 'xml' | 'picture' | null
  readonly number: string | null
  readonly code: string | null
  readonly issuedOn: string | null
  readonly amount: string | null
  readonly seller: string | null
  readonly buyer: string | null
  readonly kind: 'digital' | 'electronic' | 'paper' | 'other'
  /** What was read from a picture, what could not be read, and what to do. */
  readonly notes: readonly Label[]
  /** Why it cannot be claimed. */
  readonly used: Label | null
}

/** What a task may still spend, for the form. */
export interface WireRoom {
  readonly holder: string | null
  readonly budget: string
  readonly exceptions: string
  readonly spent: string
  readonly held: string
  readonly committed: string
  readonly room: string
}

export interface WireClaimOption {
  readonly value: string
  readonly label: Label
}

/** What the form of a claim offers. */
export interface WireClaimChoices {
  readonly plan: WirePlan
  readonly sources: readonly WireClaimOption[]
  readonly kinds: readonly WireClaimOption[]
  readonly tasks: readonly {
    readonly id: string
    readonly number: string
    readonly name: string
    readonly unit: string
  }[]
  /** Approved contracts, and how much of each is not claimed yet. */
  readonly contracts: readonly {
    readonly id: string
    readonly number: string
    readonly name: string
    readonly task: string
    readonly year: number
    readonly source: string
    readonly open: string
  }[]
}

export interface WireClaim {
  readonly record: WireRecord
  /** Number of its task. */
  readonly task: string
  readonly source: Label
  readonly kind: Label
  readonly isOwn: boolean
  readonly needsDecision: boolean
  readonly invoices: readonly {
    readonly id: string
    readonly number: string
    readonly amount: string
    readonly seller: string
    readonly issuedOn: string
    readonly file: FileRef | null
  }[]
}

export interface WireClaims {
  readonly plan: WirePlan
  /** Whether the actor may make a claim at all. */
  readonly canClaim: boolean
  /** All there are; the newest are listed. */
  readonly total: number
  readonly claims: readonly WireClaim[]
}
