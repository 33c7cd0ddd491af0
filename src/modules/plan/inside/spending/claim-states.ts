/** States of a claim in which its amount is held, and may not be spent otherwise. */
export const HOLDING = ['submitted', 'unit-reviewed', 'reviewed', 'approved'] as const
/** States of a claim that draws on its contract. */
export const DRAWING = [...HOLDING, 'paid'] as const
