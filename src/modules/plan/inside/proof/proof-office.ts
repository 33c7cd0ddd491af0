/** Who gathers the evidence of all units. */
export const OFFICE = ['quality-office', 'system-administrator']
