/** Names of outcomes and courses as they are compared: full and half width, spaces and case make no difference. */
export const comparable = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

export const isSameName = (a: string, b: string): boolean => a === b || comparable(a) === comparable(b)
