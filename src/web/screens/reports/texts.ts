import type { Label } from '../../../language/index.ts'
import { boardTexts } from './texts-board.ts'
import { editorTexts } from './texts-editor.ts'

/** The words of the screens of reports. */
export const reportTexts = { ...boardTexts, ...editorTexts } as const satisfies Record<string, Label>
