/** In post at the end of the day on which the edition counts. */
export const inPost = { employedOn: { atMost: '@end' }, leftOn: { emptyOr: { over: '@end' } } } as const
/** A full-time teacher in post: the denominator of most shares about teachers. */
export const fullTimeTeacher = { ...inPost, kind: 'full-time-teacher' } as const
