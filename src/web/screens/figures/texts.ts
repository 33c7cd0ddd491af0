import { listTexts } from './texts-list.ts'
import { pageTexts } from './texts-page.ts'
import { tableTexts } from './texts-tables.ts'

/** Every word of the screens of figures, in both languages. */
export const figureTexts = { ...listTexts, ...pageTexts, ...tableTexts }
