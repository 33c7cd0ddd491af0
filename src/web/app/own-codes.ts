import type { CollegeCode } from '../../language/college-codes.ts'

type Take = (own: readonly CollegeCode[]) => void

let known: readonly CollegeCode[] = []
let take: Take = () => {}

/** Keeps the college's own values of code lists, for the declarations when a screen brings them, and at once if one did. */
export function keepOwnCodes(own: readonly CollegeCode[]): void {
  known = own
  take(own)
}

/** Gives the values kept now and whatever is kept later. */
export function onOwnCodes(taking: Take): void {
  take = taking
  taking(known)
}
