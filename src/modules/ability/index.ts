export type { Advertisement, ReadAdvertisement } from './advertisement.ts'
export { type Extracted, extractLines, type UnreadLine } from './extract-lines.ts'
export { keepMade } from './inside/keep-made.ts'
export { readAdvertisement } from './read-advertisement.ts'
