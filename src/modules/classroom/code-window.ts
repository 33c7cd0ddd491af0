/** The numbers of signing in by code, and what follows from them; docs/how-to/hold-a-lesson.md explains them. */

/** How long one code is on the screen, in seconds. */
export const CODE_SECONDS = 5
/** How long a code still counts after it left the screen, in seconds: for typing, and for the way to the server. */
export const GRACE_SECONDS = 3
export const DIGITS = 4
/** Wrong codes that one student may send in one lesson; then only the teacher can sign them in. */
export const MOST_WRONG = 6

/**
 * How likely a code that was passed on is refused: whoever is in the room sees it at any moment of its life, each as
 * likely, and it reaches the server `delay` seconds later from somebody else's phone. A code counts CODE_SECONDS +
 * GRACE_SECONDS from its first appearance.
 * @returns a share from 0 to 1
 */
export const refusedShare = (delay: number): number => Math.min(1, Math.max(0, (delay - GRACE_SECONDS) / CODE_SECONDS))

/** How likely one of all the wrong codes a student may send is right by chance: two codes may count at a time. */
export const guessedShare = (): number => 1 - (1 - 2 / 10 ** DIGITS) ** MOST_WRONG
