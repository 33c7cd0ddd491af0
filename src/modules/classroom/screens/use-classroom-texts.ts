import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { classroomTexts } from './texts.ts'

/** Says the words of the classroom. */
export type SayClassroom = Say<typeof classroomTexts>

export const useClassroomTexts = (): SayClassroom => useTexts(classroomTexts)
